package org.lingqu.audit;

/** What a check of the whole audit record found. */
public sealed interface AuditVerdict {

    /**
     * Every entry is as it was written.
     *
     * @param head hash of the newest; compare it with the one kept elsewhere to notice entries cut off at the end
     */
    record Intact(long entries, String head) implements AuditVerdict {}

    /**
     * An entry is not as it was written.
     *
     * @param seq of the first such entry
     */
    record Broken(long seq, Reason reason) implements AuditVerdict {}

    /** What is wrong with it. */
    enum Reason {
        /** It is not there. */
        MISSING,
        /** It does not follow from the one before. */
        CHAIN,
        /** It says something else than when it was written. */
        CHANGED
    }
}
