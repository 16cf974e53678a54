package org.lingqu.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.database.FileNames;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.job.JobRun;
import org.lingqu.job.Jobs;
import org.lingqu.registry.store.ListRows;
import org.springframework.stereotype.Service;

/**
 * How lists of enterprises get in: she sends one, sees what it would do row by row, says what columns mean where that is not
 * clear, takes it in as a whole, and can undo it as a whole.
 */
@Service
public final class FirmLists {

    private final Database database;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Clock clock;
    private final ListReading reading;
    private final ListFiles files;
    private final PartyReading partyReading;

    FirmLists(
            Database database,
            Jobs jobs,
            AuditLog audit,
            Clock clock,
            ListReading reading,
            ListFiles files,
            PartyReading partyReading) {
        this.database = database;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.reading = reading;
        this.files = files;
        this.partyReading = partyReading;
    }

    /** Begins an import of enterprises; a look at it is under way when this returns. */
    public FirmListImport send(
            Actor by, String name, InputStream content, String sheet, Supplier source, LocalDate saidOn)
            throws IOException {
        return send(by, null, name, content, sheet, source, saidOn);
    }

    /**
     * The same for one kind of party.
     *
     * @param kind of what the rows speak; null for enterprises
     */
    public FirmListImport send(
            Actor by,
            @Nullable PartyKind kind,
            String name,
            InputStream content,
            String sheet,
            Supplier source,
            LocalDate saidOn)
            throws IOException {
        FirmListImport list = database.write(in -> ListRows.insert(
                in,
                new FirmListImport(
                        0,
                        FileNames.of(name),
                        sheet,
                        source,
                        saidOn,
                        ListRows.rememberedMapping(in, kind, FileNames.of(name)).orElse(""),
                        List.of(),
                        ListState.DISCARDED, // until its file is safe
                        ListCounts.NONE,
                        null,
                        null,
                        by.person() == null ? 0 : by.person(),
                        clock.instant(),
                        null,
                        kind)));
        files.keep(list, content);
        return database.write(in -> {
            ListRows.move(in, list.id(), List.of(ListState.DISCARDED), ListState.LOOKING);
            audit.record(by, "registry.send", "enterprise-list", Long.toString(list.id()), null, list.title());
            start(by, list, LookAtListJob.NAME);
            return ListRows.byId(in, list.id()).orElseThrow();
        });
    }

    private void start(Actor by, FirmListImport list, String kind) {
        JobRun run = jobs.start(by, kind, list.title(), Long.toString(list.id()));
        database.change(in -> ListRows.run(in, list.id(), run.id()));
    }

    /** By number. */
    public Optional<FirmListImport> byId(long id) {
        return database.read(in -> ListRows.byId(in, id));
    }

    /**
     * Newest first.
     *
     * @param kind of what they speak; null for enterprises
     */
    public List<FirmListImport> newest(@Nullable PartyKind kind, int offset, int limit) {
        return database.read(in -> ListRows.newest(in, kind, offset, limit));
    }

    /** How many there are. */
    public int count(@Nullable PartyKind kind) {
        return database.read(in -> ListRows.count(in, kind));
    }

    /** Rows as they were looked at. */
    public List<ListRow> rows(
            FirmListImport list, @Nullable RowOutcome outcome, boolean withProblems, int offset, int limit) {
        return database.read(in -> ListRows.rows(in, list.id(), outcome, withProblems, offset, limit));
    }

    /** How many rows are kept to be shown. */
    public int countRows(FirmListImport list, @Nullable RowOutcome outcome, boolean withProblems) {
        return database.read(in -> ListRows.countRows(in, list.id(), outcome, withProblems));
    }

    /** The file as it was sent. */
    public Path file(FirmListImport list) {
        return files.of(list);
    }

    /** What came of saying what columns mean. */
    public sealed interface Meant {
        /** It is being looked at again. */
        record Looking() implements Meant {}

        /** Words that are not understood, by the column's place from 0; nothing was changed. */
        record NotUnderstood(List<Integer> columns) implements Meant {}

        /** It is no longer the time for it. */
        record TooLate() implements Meant {}
    }

    /**
     * Says what columns mean and looks again.
     *
     * @param words one for each column, see {@link ColumnWords}; empty ones are proposed anew
     */
    public Meant mean(Actor by, FirmListImport list, List<String> words) {
        Headers proposals = list.kind() == null ? reading.headers(list.saidOn()) : partyReading.headers(list);
        var headers = new ArrayList<String>();
        var meanings = new ArrayList<ColumnMeaning>();
        var unclear = new ArrayList<Integer>();
        for (int i = 0; i < Math.min(words.size(), list.columns().size()); i++) {
            String header = list.columns().get(i).header();
            if (header.isEmpty() || words.get(i).isBlank()) {
                continue;
            }
            Optional<ColumnMeaning> meaning = ColumnWords.meaning(words.get(i), proposals);
            if (meaning.isEmpty()) {
                unclear.add(i);
            } else {
                headers.add(header);
                meanings.add(meaning.get());
            }
        }
        return unclear.isEmpty()
                ? lookAgain(by, list, ColumnMapping.write(headers, meanings))
                : new Meant.NotUnderstood(unclear);
    }

    private Meant lookAgain(Actor by, FirmListImport list, String mapping) {
        return database.write(in -> {
            boolean kept = Files.exists(files.of(list)); // one that held numbers of persons is not
            if (!kept || !ListRows.move(in, list.id(), List.of(ListState.LOOKED), ListState.LOOKING)) {
                return new Meant.TooLate();
            }
            ListRows.mapping(in, list.id(), mapping);
            start(by, list, LookAtListJob.NAME);
            return new Meant.Looking();
        });
    }

    /** Looks again after a look that failed or was cancelled. */
    public boolean lookAgain(Actor by, FirmListImport list) {
        return database.write(in -> {
            FirmListImport now = ListRows.byId(in, list.id()).orElseThrow();
            if (now.state() != ListState.LOOKING || !isOver(now)) {
                return false;
            }
            start(by, now, LookAtListJob.NAME);
            return true;
        });
    }

    /** Takes it in; also after a job that failed or was cancelled, which has changed nothing. */
    public boolean take(Actor by, FirmListImport list) {
        return database.write(in -> {
            FirmListImport now = ListRows.byId(in, list.id()).orElseThrow();
            boolean again = now.state() == ListState.TAKING && isOver(now);
            if (!again
                    && (now.refusal() != null
                            || now.counts().wanted() == 0
                            || !ListRows.move(in, list.id(), List.of(ListState.LOOKED), ListState.TAKING))) {
                return false;
            }
            start(by, now, TakeListJob.NAME);
            return true;
        });
    }

    private boolean isOver(FirmListImport list) {
        return list.run() == null
                || jobs.byId(list.run()).map(run -> run.state().isOver()).orElse(true);
    }

    /** Gives it up before it was taken in. */
    public boolean discard(Actor by, FirmListImport list) {
        return database.write(in -> {
            boolean moved =
                    ListRows.move(in, list.id(), List.of(ListState.LOOKED, ListState.LOOKING), ListState.DISCARDED);
            if (moved) {
                audit.record(by, "registry.discard", "enterprise-list", Long.toString(list.id()), list.title(), null);
                if (list.run() != null) {
                    jobs.cancel(by, list.run());
                }
            }
            return moved;
        });
    }

    /** Begins to undo it, see {@link UndoListJob}; also after a job that failed, which has changed nothing. */
    public boolean undo(Actor by, FirmListImport list) {
        return database.write(in -> {
            FirmListImport now = ListRows.byId(in, list.id()).orElseThrow();
            boolean again = now.state() == ListState.UNDOING && isOver(now);
            if (!again && !ListRows.move(in, list.id(), List.of(ListState.TAKEN), ListState.UNDOING)) {
                return false;
            }
            start(by, now, UndoListJob.NAME);
            return true;
        });
    }
}
