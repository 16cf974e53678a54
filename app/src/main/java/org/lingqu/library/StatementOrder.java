package org.lingqu.library;

/** In which order statements come. */
public enum StatementOrder {
    /** What came last first. */
    NEWEST,
    /** By indicator, region and period: those that can be compared stand together. */
    INDICATOR,
    LARGEST,
    SMALLEST,
    /** The latest period first. */
    PERIOD,
    /** Page by page as they stand there. */
    PAGE
}
