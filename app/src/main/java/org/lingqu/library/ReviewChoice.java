package org.lingqu.library;

/** Which statements are shown by what people said of them. */
public enum ReviewChoice {
    /** All but the rejected. */
    USABLE,
    /** All, the rejected too. */
    ANY,
    /** Nobody has looked. */
    NONE,
    CONFIRMED,
    CORRECTED,
    REJECTED,
    /** What somebody said of words that are no longer on the page. */
    LOST
}
