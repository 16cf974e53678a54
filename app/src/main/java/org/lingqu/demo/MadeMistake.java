package org.lingqu.demo;

/**
 * A mistake that was made on purpose in what is said of a firm.
 *
 * @param fact the fact it touches; empty where the code or the name of the firm is wrong
 * @param year of the fact, or {@link org.lingqu.engine.policy.fact.FactRef#NO_YEAR}
 * @param right what would have been right
 */
public record MadeMistake(Kind kind, String fact, int year, String right) {

    /** What people get wrong in lists of firms. */
    public enum Kind {
        /** Ten times as much. */
        ZERO_TOO_MANY,
        /** A figure in 万元 that was taken for 元: a ten-thousandth. */
        TEN_THOUSAND_TOO_SMALL,
        NEGATIVE,
        /** Two years exchanged. */
        YEARS_SWAPPED,
        /** The last sign of the credit code does not fit. */
        WRONG_CHECK_SIGN,
        /** A second record of a firm that is there already, under an older name. */
        SAME_FIRM_OTHER_NAME
    }
}
