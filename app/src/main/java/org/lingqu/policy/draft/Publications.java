package org.lingqu.policy.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingqu.database.DataFolder;
import org.lingqu.database.Database;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.store.PublicationRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What was published here. The record in the database says what the files have to be: a publication is first written beside them,
 * then recorded, and only then do the files follow. Whatever is cut off in between, the next start makes the files what the
 * record says.
 */
@Component
public final class Publications implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Publications.class);
    private static final int MOST_SHOWN = 200;

    private final Database database;
    private final InstalledPack installed;
    private final PublishedFiles files;

    @Autowired
    Publications(Database database, InstalledPack installed, DataFolder folder) {
        this(database, installed, new PublishedFiles(folder.resolve("policies")));
    }

    /** For tests, which let steps on the disk fail. */
    Publications(Database database, InstalledPack installed, PublishedFiles files) {
        this.database = database;
        this.installed = installed;
        this.files = files;
    }

    /** All, the newest first, as far as a page shows. */
    public List<Publication> all() {
        return database.read(in -> PublicationRows.all(in, MOST_SHOWN));
    }

    /** By number. */
    public Optional<Publication> byId(long id) {
        return database.read(in -> PublicationRows.byId(in, id));
    }

    /** That of a draft. */
    public Optional<Publication> ofDraft(long draft) {
        return database.read(in -> PublicationRows.ofDraft(in, draft));
    }

    /** Whether the files say what the record says. */
    public boolean agree() {
        try {
            return files.there().equals(database.read(PublicationRows::texts));
        } catch (IOException e) {
            LOG.warn("published policies cannot be read", e);
            return false;
        }
    }

    /** Makes sure there is room for the files before anything is recorded. */
    void prepare(Map<String, String> texts) {
        try {
            files.prepare(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the files what the record says, and has them read; also when it comes to an end half-way. */
    public synchronized void settle() {
        boolean changed = true;
        try {
            changed = files.settle(database.read(PublicationRows::texts), database.read(PublicationRows::hashes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (changed) {
                installed.reload();
            }
        }
    }

    /** What was recorded before a crash comes into the files before anybody is decided by them. */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            settle();
        } catch (UncheckedIOException e) {
            LOG.error("published policies cannot be written; the page of drafts tells it and offers to try again", e);
        }
    }
}
