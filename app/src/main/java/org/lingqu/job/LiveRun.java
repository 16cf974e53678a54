package org.lingqu.job;

/** How far a run is, while this process works on it: known also while one long transaction hides what is written of it. */
final class LiveRun {

    /** What was said last. */
    record Told(long done, long total, String message) {}

    private volatile Told told = new Told(0, 0, "");
    private volatile boolean cancelRequested;

    void tell(long done, long total, String message) {
        told = new Told(done, total, message);
    }

    Told told() {
        return told;
    }

    void cancel() {
        cancelRequested = true;
    }

    boolean isCancelRequested() {
        return cancelRequested;
    }

    /** The run as it is now. */
    JobRun on(JobRun run) {
        Told now = told;
        return run.state() != JobState.RUNNING || now.done() == 0
                ? run
                : new JobRun(
                        run.id(),
                        run.kind(),
                        run.title(),
                        run.payload(),
                        run.state(),
                        now.done(),
                        now.total(),
                        now.message(),
                        run.person(),
                        run.createdAt(),
                        run.startedAt(),
                        run.endedAt(),
                        run.cancelRequested() || cancelRequested);
    }
}
