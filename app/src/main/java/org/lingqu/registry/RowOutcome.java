package org.lingqu.registry;

/** What taking a row of a list in would do. */
public enum RowOutcome {
    /** Begins the file of an enterprise that was not known. */
    NEW,
    /** Says something new about a known one. */
    CHANGED,
    /** Says something else than another source does; both will stand side by side. */
    CONFLICT,
    /** Says nothing that the source has not said before. */
    UNCHANGED,
    /** Cannot be taken in. */
    REFUSED
}
