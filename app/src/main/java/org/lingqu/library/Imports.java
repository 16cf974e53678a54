package org.lingqu.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.database.FileNames;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Reading;
import org.lingqu.job.JobRun;
import org.lingqu.job.Jobs;
import org.lingqu.library.store.ImportRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;

/**
 * How pages get in: somebody gives them, they are looked at without keeping anything, she sees what it would do and says yes.
 * Both looking and taking in are jobs and survive a restart.
 */
@Service
public final class Imports implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final Database database;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Clock clock;
    private final ImportFolders folders;
    private final ApplicationContext context;
    private final PageReader reader = new PageReader();

    Imports(
            Database database,
            Jobs jobs,
            AuditLog audit,
            Clock clock,
            ImportFolders folders,
            ApplicationContext context) {
        this.database = database;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.folders = folders;
        this.context = context;
    }

    /** A file she sent. */
    public record Upload(String name, long size, Content content) {
        /** Its bytes. */
        public interface Content {
            /** Opens them. */
            InputStream open() throws IOException;
        }
    }

    /** What came of asking for an import: it is under way, or why not. */
    public sealed interface Begun {
        /** It is being looked at. */
        record Looking(PageImport order) implements Begun {}

        /** Nothing was begun. */
        record Refused(List<ImportProblem> problems) implements Begun {}
    }

    /** Folders of the server that may be named. */
    public List<Path> allowedFolders() {
        return folders.allowed();
    }

    /** Files and archives from her machine; empty fields of a form do not count. */
    public Begun upload(Actor by, List<Upload> sent, Visibility visibility) throws IOException {
        List<Upload> files = sent.stream()
                .filter(file -> !file.name().isBlank() && file.size() > 0)
                .toList();
        if (files.isEmpty()) {
            return refused(ImportProblem.Code.NO_FILES, null);
        }
        String first = FileNames.of(files.getFirst().name());
        String title = files.size() == 1 ? first : first + " 等 " + files.size() + " 个文件";
        return begin(by, title, ImportSource.UPLOAD, null, null, visibility, folder -> {
            for (Upload file : files) {
                try (InputStream in = file.content().open()) {
                    Files.copy(in, free(folder, FileNames.of(file.name())));
                }
            }
        });
    }

    /** A text she pasted, HTML or plain. */
    public Begun text(Actor by, String text, String address, Visibility visibility) throws IOException {
        String where = address.strip();
        if (text.isBlank()) {
            return refused(ImportProblem.Code.NO_TEXT, null);
        }
        if (!where.isEmpty() && !Addresses.isWeb(where)) {
            return refused(ImportProblem.Code.ADDRESS_MALFORMED, where);
        }
        boolean html = text.stripLeading().startsWith("<");
        String first = text.strip().lines().findFirst().orElse("").strip();
        String name = where.isEmpty()
                ? FileNames.of(html ? "粘贴的网页" : first.substring(0, Math.min(first.length(), 60)))
                : "粘贴";
        return begin(
                by,
                where.isEmpty() ? name : where,
                ImportSource.TEXT,
                null,
                where.isEmpty() ? null : where,
                visibility,
                folder -> Files.writeString(
                        folder.resolve(name + (html ? ".html" : ".txt")), text, StandardCharsets.UTF_8));
    }

    /** A folder of the server. */
    public Begun folder(Actor by, String named, Visibility visibility) throws IOException {
        if (named.isBlank()) {
            return refused(ImportProblem.Code.FOLDER_MISSING, named);
        }
        Optional<Path> folder = folders.allowed(named);
        if (folder.isEmpty()) {
            return refused(ImportProblem.Code.FOLDER_NOT_ALLOWED, named);
        }
        String path = folder.get().toString();
        return begin(by, path, ImportSource.FOLDER, path, null, visibility, own -> {});
    }

    private static Begun refused(ImportProblem.Code code, @Nullable String value) {
        return new Begun.Refused(List.of(new ImportProblem(code, value)));
    }

    private interface Fill {
        void into(Path folder) throws IOException;
    }

    private Begun begin(
            Actor by,
            String title,
            ImportSource source,
            @Nullable String folder,
            @Nullable String address,
            Visibility visibility,
            Fill fill)
            throws IOException {
        PageImport order = database.write(in -> {
            PageImport fresh = ImportRows.insert(
                    in,
                    new PageImport(
                            0,
                            title,
                            source,
                            folder,
                            address,
                            visibility,
                            ImportState.DISCARDED, // until its files are safe
                            null,
                            by.person() == null ? 0 : by.person(),
                            clock.instant()));
            audit.record(by, "library.import", "import", Long.toString(fresh.id()), null, title);
            return fresh;
        });
        Path own = folders.uploads(order.id());
        try {
            folders.remove(order.id()); // of a database that was put back to an earlier state
            Files.createDirectories(own);
            fill.into(own);
        } catch (IOException e) {
            folders.remove(order.id());
            if (own.toFile().getUsableSpace() < (1 << 20)) {
                return refused(ImportProblem.Code.DISK_FULL, null);
            }
            throw e;
        }
        try {
            return new Begun.Looking(database.write(in -> {
                ImportRows.move(in, order.id(), List.of(ImportState.DISCARDED), ImportState.LOOKING);
                JobRun run = jobs.start(by, LookJob.NAME, title, Long.toString(order.id()));
                ImportRows.run(in, order.id(), run.id());
                return ImportRows.byId(in, order.id()).orElseThrow();
            }));
        } catch (RuntimeException e) {
            removeUnlessBegun(order.id());
            throw e;
        }
    }

    /** Files of an import that never was; where even that cannot be asked they are removed at the next start. */
    private void removeUnlessBegun(long id) {
        try {
            if (byId(id).map(PageImport::state).orElse(ImportState.DISCARDED) == ImportState.DISCARDED) {
                folders.remove(id);
            }
        } catch (RuntimeException e) {
            LOG.warn("files of import {} stay until the next start", id, e);
        }
    }

    /** Removes what a crash left of imports that are over or never began; the server does not answer yet, so none begins now. */
    @Override
    public void afterSingletonsInstantiated() {
        if (context instanceof WebServerApplicationContext) {
            for (long id : folders.all()) {
                ImportState state = byId(id).map(PageImport::state).orElse(ImportState.DISCARDED);
                if (state == ImportState.DISCARDED || state == ImportState.TAKEN) {
                    folders.remove(id);
                }
            }
        }
    }

    private static Path free(Path folder, String name) {
        Path path = folder.resolve(name);
        for (int i = 2; Files.exists(path); i++) {
            int dot = name.lastIndexOf('.');
            path = folder.resolve(
                    dot > 0 ? name.substring(0, dot) + " (" + i + ")" + name.substring(dot) : name + " (" + i + ")");
        }
        return path;
    }

    /** By number. */
    public Optional<PageImport> byId(long id) {
        return database.read(in -> ImportRows.byId(in, id));
    }

    /** Newest first. */
    public List<PageImport> newest(int offset, int limit) {
        return database.read(in -> ImportRows.newest(in, offset, limit));
    }

    /** How many there are. */
    public int count() {
        return database.read(ImportRows::count);
    }

    /** How many pages of an import are what. */
    public ImportCounts counts(PageImport order) {
        return database.read(in -> ImportRows.counts(in, order.id()));
    }

    /** Pages of an import in their order; of one outcome when it is given. */
    public List<ImportItem> items(PageImport order, @Nullable ImportOutcome outcome, int offset, int limit) {
        return database.read(in -> ImportRows.items(in, order.id(), outcome, offset, limit));
    }

    /** One page of an import. */
    public Optional<ImportItem> item(PageImport order, int ordinal) {
        return database.read(in -> ImportRows.item(in, order.id(), ordinal));
    }

    /** What the reader makes of a page of an import; empty when its file is gone. */
    public Optional<Reading> read(PageImport order, ImportItem item) throws IOException {
        if (order.source() != ImportSource.FOLDER && !Files.exists(folders.uploads(order.id()))) {
            return Optional.empty();
        }
        Optional<PageSource> source = folders.files(order).one(item.name());
        return source.map(reader::read);
    }

    /** Leaves pages out, or takes them back in, while nothing has been taken yet. */
    public List<ImportProblem> leaveOut(PageImport order, List<Integer> ordinals, boolean out) {
        return database.write(in -> {
            if (!ImportRows.move(in, order.id(), List.of(ImportState.LOOKED), ImportState.LOOKED)) {
                return List.of(new ImportProblem(ImportProblem.Code.NOT_NOW, null));
            }
            ImportRows.leaveOut(in, order.id(), ordinals, out);
            return List.of();
        });
    }

    /** Takes in what is new or changed and not left out; also goes on with what was cancelled or failed before. */
    public List<ImportProblem> take(Actor by, PageImport order) {
        return database.write(in -> {
            PageImport now = ImportRows.byId(in, order.id()).orElseThrow();
            if (now.state() != ImportState.LOOKED && !(now.state() == ImportState.TAKING && isOver(now))) {
                return List.of(new ImportProblem(ImportProblem.Code.NOT_NOW, null));
            }
            if (ImportRows.toTake(in, order.id()).isEmpty() && now.state() == ImportState.LOOKED) {
                return List.of(new ImportProblem(ImportProblem.Code.NOTHING_WANTED, null));
            }
            ImportRows.move(in, order.id(), List.of(now.state()), ImportState.TAKING);
            ImportRows.run(
                    in,
                    order.id(),
                    jobs.start(by, TakeJob.NAME, order.title(), Long.toString(order.id()))
                            .id());
            return List.of();
        });
    }

    /** Looks again after a look that failed or was cancelled. */
    public List<ImportProblem> lookAgain(Actor by, PageImport order) {
        return database.write(in -> {
            PageImport now = ImportRows.byId(in, order.id()).orElseThrow();
            if (now.state() != ImportState.LOOKING || !isOver(now)) {
                return List.of(new ImportProblem(ImportProblem.Code.NOT_NOW, null));
            }
            ImportRows.run(
                    in,
                    order.id(),
                    jobs.start(by, LookJob.NAME, order.title(), Long.toString(order.id()))
                            .id());
            return List.of();
        });
    }

    /** Gives an import up; what has been taken in stays. */
    public List<ImportProblem> discard(Actor by, PageImport order) {
        boolean done = database.write(in -> {
            PageImport now = ImportRows.byId(in, order.id()).orElseThrow();
            boolean moved = ImportRows.move(
                    in,
                    order.id(),
                    List.of(ImportState.LOOKING, ImportState.LOOKED, ImportState.TAKING),
                    ImportState.DISCARDED);
            if (moved) {
                audit.record(by, "library.import-discard", "import", Long.toString(order.id()), now.title(), null);
                if (now.run() != null) {
                    jobs.cancel(by, now.run());
                }
            }
            return moved;
        });
        if (!done) {
            return List.of(new ImportProblem(ImportProblem.Code.NOT_NOW, null));
        }
        folders.remove(order.id());
        return List.of();
    }

    private boolean isOver(PageImport order) {
        return order.run() == null
                || jobs.byId(order.run()).map(run -> run.state().isOver()).orElse(true);
    }
}
