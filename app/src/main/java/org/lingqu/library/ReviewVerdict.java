package org.lingqu.library;

/** What a person decided about a statement. */
public enum ReviewVerdict {
    /** 确认: it says what the page says. */
    CONFIRMED,
    /** 更正: she reads it otherwise. */
    CORRECTED,
    /** 剔除: not a statement to use. */
    REJECTED,
    /** 撤回: what was decided before no longer stands. */
    WITHDRAWN
}
