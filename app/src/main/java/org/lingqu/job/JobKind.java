package org.lingqu.job;

import java.util.Optional;

/**
 * A kind of long work. It may be begun again after a crash, so it must look at what is already done and go on from there; doing
 * all of it again must change nothing.
 */
public interface JobKind {

    /** Stable name, {@code library.import}. */
    String name();

    /** Whether an administrator may start it from the list of jobs, without a payload. */
    default boolean isByHand() {
        return false;
    }

    /** Where what a run works on can be seen; empty when there is no such page. */
    default Optional<String> address(JobRun run) {
        return Optional.empty();
    }

    /**
     * Does the work.
     *
     * @throws JobCancelled from {@link JobContext#step} when somebody asked to stop
     * @throws Exception when the work cannot be done; its message is shown to the person who asked for it
     */
    void run(JobContext context) throws Exception;
}
