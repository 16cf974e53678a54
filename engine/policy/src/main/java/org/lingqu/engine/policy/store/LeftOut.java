package org.lingqu.engine.policy.store;

import java.util.OptionalLong;

/**
 * Something of a file of firms that was not taken: a column, or a cell of one. A cell that is left out counts as missing.
 *
 * @param row of the cell, counted from 0 as {@code row} in findings is; empty when more than one row is meant
 * @param value what stands there
 * @param advice what to write instead
 */
public record LeftOut(Code code, String column, OptionalLong row, String value, String advice) {

    /** What is wrong; stable, for scripts. */
    public enum Code {
        /** The column's type is none that facts have. */
        WRONG_TYPE,
        /** A figure with more digits, or decimals, than are held without rounding. */
        TOO_MANY_DIGITS,
        /** A day before the year 1 or after 9999. */
        NO_DAY,
        /** Text that does not say for which days a title is held. */
        NO_SPAN,
        /** Further cells with what was told of the cells before. */
        MORE_CELLS
    }

    static LeftOut column(Code code, String column, String value, String advice) {
        return new LeftOut(code, column, OptionalLong.empty(), value, advice);
    }

    /** For people: {@code 称号:甲 row 17 NO_SPAN: "2023-13-01/"; write …}. */
    @Override
    public String toString() {
        String place = row.isPresent() ? column + " row " + row.getAsLong() : column;
        return place + " " + code + ": \"" + value + "\"; " + advice;
    }
}
