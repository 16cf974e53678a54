package org.lingqu.library;

/** What a person said of a statement. */
public enum ReviewState {
    /** 未复核: nobody has looked. */
    NONE,
    /** 已确认: it says what the page says. */
    CONFIRMED,
    /** 已更正: she reads it otherwise; her reading counts, the machine's stays beside it. */
    CORRECTED,
    /** 已剔除: it is no statement, or not one to use. */
    REJECTED
}
