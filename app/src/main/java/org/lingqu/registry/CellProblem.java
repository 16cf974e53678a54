package org.lingqu.registry;

import org.lingqu.sheet.SheetRow;

/**
 * A cell that could not be taken over. The fact stays unknown; nothing is guessed. Or a remark on one that was taken over.
 *
 * @param row Excel's own row number, from 1
 * @param column from 0
 * @param header what stands above the column; empty when the whole row is meant
 * @param code stable, upper case
 * @param value what stands in the cell, personal numbers masked
 * @param advice what to do
 */
public record CellProblem(int row, int column, String header, String code, String value, Advice advice) {

    /** A remark: both cells were taken. */
    static final String PART_ABOVE_WHOLE = "PART_ABOVE_WHOLE";

    /** A remark: a last day that is over was taken. */
    static final String TITLE_EXPIRED = "TITLE_EXPIRED";

    /** How an industry that was told by its name was read. */
    static final String INDUSTRY_READ = "INDUSTRY_READ";

    /** How codes of remarks begin that doubt a value which was taken; see {@link Plausibility}. */
    static final String DOUBT = "DOUBT_";

    /** Whether it tells no more than how the cell was read. */
    boolean isReading() {
        return code.equals("PLACE_READ") || code.equals(INDUSTRY_READ);
    }

    /** Whether it doubts a value that was taken all the same, so that somebody has to look before the list is taken in. */
    boolean isDoubt() {
        return code.startsWith(DOUBT) || code.equals(TITLE_EXPIRED) || code.equals(PART_ABOVE_WHOLE);
    }

    /** {@code C12}, as Excel calls the cell. */
    public String cell() {
        return SheetRow.letters(column) + row;
    }

    /** {@code D3 NOT_A_NUMBER 2025年职工总数 “大约三十”：只写一个数字……}. */
    @Override
    public String toString() {
        return cell() + " " + code + (header.isEmpty() ? "" : " " + header.replaceAll("\\s+", " ")) + " “" + value
                + "”：" + advice;
    }
}
