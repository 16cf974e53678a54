package org.lingqu.job;

import java.time.Clock;
import java.time.Instant;
import org.lingqu.database.Database;
import org.lingqu.job.store.JobStore;

/** What a {@link JobKind} knows of its run, and by which it says how far it is. For one thread. */
public final class JobContext {

    private static final long MILLIS_BETWEEN_WRITES = 400;

    private final Database database;
    private final Clock clock;
    private final JobRun run;
    private final LiveRun live;
    private Instant lastWrite = Instant.MIN;

    JobContext(Database database, Clock clock, JobRun run, LiveRun live) {
        this.database = database;
        this.clock = clock;
        this.run = run;
        this.live = live;
    }

    /** The run. */
    public JobRun run() {
        return run;
    }

    /**
     * Says how far the work is and what it is at; call it as often as there are steps, it is written a few times a second. Inside a
     * transaction it is told from memory, because nobody would see what the transaction writes before it is over.
     *
     * @throws JobCancelled when somebody asked to stop
     */
    public void step(long nowDone, long nowTotal, String nowMessage) {
        live.tell(nowDone, nowTotal, nowMessage);
        if (live.isCancelRequested()) {
            throw new JobCancelled();
        }
        if (database.isWriting()) {
            return;
        }
        Instant now = clock.instant();
        if (now.isAfter(lastWrite.equals(Instant.MIN) ? lastWrite : lastWrite.plusMillis(MILLIS_BETWEEN_WRITES))) {
            lastWrite = now;
            write();
            if (database.read(in -> JobStore.isCancelRequested(in, run.id()))) {
                throw new JobCancelled();
            }
        }
    }

    /** Adds a line to the log. */
    public void say(String text) {
        database.change(in -> JobStore.line(in, run.id(), clock.instant(), false, text));
    }

    /** Adds a line that a person should look at. */
    public void warn(String text) {
        database.change(in -> JobStore.line(in, run.id(), clock.instant(), true, text));
    }

    void write() {
        LiveRun.Told told = live.told();
        database.change(in -> JobStore.progress(in, run.id(), told.done(), told.total(), told.message()));
    }
}
