package org.lingqu.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.AccountChanged;
import org.lingqu.account.Actor;
import org.lingqu.audit.store.AuditStore;
import org.lingqu.database.Database;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The audit record. An entry belongs to the transaction of the change it tells of: neither is ever there without the other. */
@Service
public final class AuditLog {

    private static final int BATCH = 5_000;

    private final Database database;
    private final Clock clock;

    /** @param clock gives the time of entries */
    public AuditLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Adds an entry.
     *
     * @param action stable word, {@code library.correct}
     * @param before what was there, for a person to read; null when nothing
     * @param after what is there now; null when nothing
     */
    public AuditEntry record(
            Actor by,
            String action,
            String subjectKind,
            String subject,
            @Nullable String before,
            @Nullable String after) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return database.write(in -> {
            Optional<AuditEntry> last = AuditStore.lockLast(in, database.kind());
            var entry = new AuditEntry(
                            last.map(AuditEntry::seq).orElse(0L) + 1,
                            now,
                            by.person(),
                            by.name(),
                            by.role().name(),
                            action,
                            subjectKind,
                            subject,
                            before,
                            after,
                            last.map(AuditEntry::hash).orElse(AuditEntry.ORIGIN),
                            "")
                    .sealed();
            AuditStore.insert(in, entry);
            return entry;
        });
    }

    @EventListener
    void on(AccountChanged change) {
        record(change.by(), change.action(), "account", change.subject(), change.before(), change.after());
    }

    /** The newest entry, whose hash stands for all before it: what should be kept outside this machine. */
    public Optional<AuditEntry> head() {
        return database.read(AuditStore::last);
    }

    /** Entries that a filter lets through, newest first. */
    public List<AuditEntry> find(AuditFilter filter, int offset, int limit) {
        return database.read(in -> AuditStore.find(in, filter, offset, limit));
    }

    /** Each entry that a filter lets through, newest first; those added meanwhile are not among them. */
    public void each(AuditFilter filter, Consumer<AuditEntry> use) {
        long before = Long.MAX_VALUE;
        List<AuditEntry> entries;
        do {
            long from = before;
            entries = database.read(in -> AuditStore.before(in, filter, from, BATCH));
            entries.forEach(use);
            before = entries.isEmpty() ? 0 : entries.getLast().seq();
        } while (entries.size() == BATCH);
    }

    /** Kinds of things that entries are about. */
    public List<String> subjectKinds() {
        return database.read(AuditStore::subjectKinds);
    }

    /** Whether the record holds an entry with this hash, or one that begins so; how a head kept elsewhere is compared. */
    public boolean holds(String hash) {
        return database.read(in -> AuditStore.holds(in, hash));
    }

    /** How many entries a filter lets through. */
    public int count(AuditFilter filter) {
        return database.read(in -> AuditStore.count(in, filter));
    }

    /**
     * Reads the whole record and recomputes every hash.
     *
     * @param progress told now and then how many entries were read
     */
    public AuditVerdict verify(Consumer<Long> progress) {
        long expected = 1;
        String previous = AuditEntry.ORIGIN;
        while (true) {
            long from = expected;
            List<AuditEntry> entries = database.read(in -> AuditStore.from(in, from, BATCH));
            for (AuditEntry entry : entries) {
                if (entry.seq() != expected) {
                    return new AuditVerdict.Broken(expected, AuditVerdict.Reason.MISSING);
                }
                if (!entry.previousHash().equals(previous)) {
                    return new AuditVerdict.Broken(entry.seq(), AuditVerdict.Reason.CHAIN);
                }
                if (!entry.hash().equals(entry.computedHash())) {
                    return new AuditVerdict.Broken(entry.seq(), AuditVerdict.Reason.CHANGED);
                }
                previous = entry.hash();
                expected++;
            }
            progress.accept(expected - 1);
            if (entries.size() < BATCH) {
                return new AuditVerdict.Intact(expected - 1, previous);
            }
        }
    }
}
