package org.lingqu.job;

/**
 * A kind of long work. It may be begun again after a crash, so it must look at what is already done and go on from there; doing
 * all of it again must change nothing.
 */
public interface JobKind {

    /** Stable name, {@code library.import}. */
    String name();

    /**
     * Does the work.
     *
     * @throws JobCancelled from {@link JobContext#step} when somebody asked to stop
     * @throws Exception when the work cannot be done; its message is shown to the person who asked for it
     */
    void run(JobContext context) throws Exception;
}
