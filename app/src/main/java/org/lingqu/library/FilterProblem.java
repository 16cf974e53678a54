package org.lingqu.library;

/**
 * Why a part of a filter was not understood.
 *
 * @param field name in the address
 * @param value as it was given
 */
public record FilterProblem(Code code, String field, String value) {

    /** What can be wrong; words stand under {@code evidence.problem.CODE}. */
    public enum Code {
        /** No such choice. */
        CHOICE_UNKNOWN,
        /** Neither a year, nor a month, nor a day. */
        PERIOD_MALFORMED,
        /** Ends before it begins. */
        PERIOD_REVERSED,
        /** Six digits that are no division's code. */
        REGION_CODE_UNKNOWN,
        /** Neither a number nor within what is shown. */
        PAGE_OUT_OF_RANGE,
        /** Longer than anything that is searched for. */
        TOO_LONG
    }
}
