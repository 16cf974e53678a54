package org.lingqu.library;

/**
 * Why a correction was not taken.
 *
 * @param field of the form; empty when it concerns the form as a whole
 * @param value as it was given
 * @param hint what may have been meant: codes of regions of that name; may be empty
 */
public record ReviewProblem(Code code, String field, String value, String hint) {

    /** What can be wrong; words stand under {@code evidence.problem.CODE}. */
    public enum Code {
        REGION_UNKNOWN,
        /** Several divisions bear the name; the hint lists their codes. */
        REGION_AMBIGUOUS,
        REGION_CODE_UNKNOWN,
        INDICATOR_MISSING,
        TOO_LONG,
        NUMBER_MALFORMED,
        UNIT_MISSING,
        UNIT_UNKNOWN,
        PERIOD_MALFORMED,
        PERIOD_REVERSED,
        CHOICE_UNKNOWN,
        RANK_MALFORMED,
        /** No value, growth, share or rank is left. */
        NOTHING_SAID,
        /** It reads as before: that is a confirmation. */
        NOTHING_CHANGED
    }
}
