package org.lingqu.job.store;

import static org.lingqu.job.store.db.Tables.JOB_LINE;
import static org.lingqu.job.store.db.Tables.JOB_RUN;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.job.JobLine;
import org.lingqu.job.JobRun;
import org.lingqu.job.JobState;
import org.lingqu.job.store.db.tables.records.JobRunRecord;

/** Rows of {@code job_run} and {@code job_line}. Every method works inside the transaction it is given. */
public final class JobStore {

    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_LINE = 2000;

    private JobStore() {}

    /** Adds a run that waits. */
    public static JobRun insert(DSLContext in, String kind, String title, String payload, long person, Instant now) {
        JobRunRecord row = in.newRecord(JOB_RUN);
        row.setKind(kind);
        row.setTitle(ColumnText.cut(title, 300));
        row.setPayload(payload);
        row.setState(JobState.WAITING.name());
        row.setDoneSteps(0L);
        row.setTotalSteps(0L);
        row.setPersonId(person);
        row.setCreatedAt(now);
        row.setCancelRequested(false);
        row.store();
        return run(row);
    }

    /** Begins a run, also one that had begun before a crash; empty when it is over. */
    public static Optional<JobRun> claim(DSLContext in, long id, Instant now) {
        int changed = in.update(JOB_RUN)
                .set(JOB_RUN.STATE, JobState.RUNNING.name())
                .set(JOB_RUN.STARTED_AT, now)
                .where(JOB_RUN.ID.eq(id), JOB_RUN.STATE.in(JobState.WAITING.name(), JobState.RUNNING.name()))
                .execute();
        return changed == 1 ? byId(in, id) : Optional.empty();
    }

    /** Writes how far it is. */
    public static void progress(DSLContext in, long id, long done, long total, String message) {
        in.update(JOB_RUN)
                .set(JOB_RUN.DONE_STEPS, done)
                .set(JOB_RUN.TOTAL_STEPS, total)
                .set(JOB_RUN.MESSAGE, ColumnText.cut(message, LONGEST_MESSAGE))
                .where(JOB_RUN.ID.eq(id))
                .execute();
    }

    /** Ends it; a message replaces the last one. */
    public static void end(DSLContext in, long id, JobState state, @Nullable String message, Instant now) {
        in.update(JOB_RUN)
                .set(JOB_RUN.STATE, state.name())
                .set(JOB_RUN.ENDED_AT, now)
                .where(JOB_RUN.ID.eq(id))
                .execute();
        if (message != null) {
            in.update(JOB_RUN)
                    .set(JOB_RUN.MESSAGE, ColumnText.cut(message, LONGEST_MESSAGE))
                    .where(JOB_RUN.ID.eq(id))
                    .execute();
        }
    }

    /** @return whether the run was not over yet */
    public static boolean requestCancel(DSLContext in, long id, Instant now) {
        int waiting = in.update(JOB_RUN)
                .set(JOB_RUN.CANCEL_REQUESTED, true)
                .set(JOB_RUN.STATE, JobState.CANCELLED.name())
                .set(JOB_RUN.ENDED_AT, now)
                .where(JOB_RUN.ID.eq(id), JOB_RUN.STATE.eq(JobState.WAITING.name()))
                .execute();
        int running = in.update(JOB_RUN)
                .set(JOB_RUN.CANCEL_REQUESTED, true)
                .where(JOB_RUN.ID.eq(id), JOB_RUN.STATE.eq(JobState.RUNNING.name()))
                .execute();
        return waiting + running == 1;
    }

    /** Whether somebody asked it to stop. */
    public static boolean isCancelRequested(DSLContext in, long id) {
        return in.fetchExists(JOB_RUN, JOB_RUN.ID.eq(id).and(JOB_RUN.CANCEL_REQUESTED));
    }

    /** By number. */
    public static Optional<JobRun> byId(DSLContext in, long id) {
        return in.selectFrom(JOB_RUN).where(JOB_RUN.ID.eq(id)).fetchOptional().map(JobStore::run);
    }

    /** Newest first. */
    public static List<JobRun> newest(DSLContext in, int offset, int limit) {
        return in.selectFrom(JOB_RUN)
                .orderBy(JOB_RUN.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(JobStore::run);
    }

    /** The newest of a kind. */
    public static Optional<JobRun> last(DSLContext in, String kind) {
        return in.selectFrom(JOB_RUN)
                .where(JOB_RUN.KIND.eq(kind))
                .orderBy(JOB_RUN.ID.desc())
                .limit(1)
                .fetchOptional()
                .map(JobStore::run);
    }

    /** How many there are. */
    public static int count(DSLContext in) {
        return in.fetchCount(JOB_RUN);
    }

    /** Those that are not over, oldest first. */
    public static List<JobRun> unfinished(DSLContext in) {
        return in.selectFrom(JOB_RUN)
                .where(JOB_RUN.STATE.in(JobState.WAITING.name(), JobState.RUNNING.name()))
                .orderBy(JOB_RUN.ID)
                .fetch(JobStore::run);
    }

    /** Adds a line to the log. */
    public static void line(DSLContext in, long id, Instant now, boolean serious, String text) {
        in.insertInto(JOB_LINE, JOB_LINE.RUN_ID, JOB_LINE.WRITTEN_AT, JOB_LINE.SERIOUS, JOB_LINE.TEXT)
                .values(id, now, serious, ColumnText.cut(text, LONGEST_LINE))
                .execute();
    }

    /** How long the log is. */
    public static int countLines(DSLContext in, long id) {
        return in.fetchCount(JOB_LINE, JOB_LINE.RUN_ID.eq(id));
    }

    /** The log, in order. */
    public static List<JobLine> lines(DSLContext in, long id, int offset, int limit) {
        return in.selectFrom(JOB_LINE)
                .where(JOB_LINE.RUN_ID.eq(id))
                .orderBy(JOB_LINE.ID)
                .offset(offset)
                .limit(limit)
                .fetch(row -> new JobLine(row.getWrittenAt(), row.getSerious(), row.getText()));
    }

    private static JobRun run(Record record) {
        JobRunRecord row = record.into(JOB_RUN);
        return new JobRun(
                Objects.requireNonNull(row.getId()),
                row.getKind(),
                row.getTitle(),
                row.getPayload(),
                JobState.valueOf(row.getState()),
                row.getDoneSteps(),
                row.getTotalSteps(),
                row.getMessage(),
                row.getPersonId(),
                row.getCreatedAt(),
                row.getStartedAt(),
                row.getEndedAt(),
                row.getCancelRequested());
    }
}
