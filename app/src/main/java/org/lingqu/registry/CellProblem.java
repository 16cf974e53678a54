package org.lingqu.registry;

import org.lingqu.sheet.SheetRow;

/**
 * A cell that could not be taken over. The fact stays unknown; nothing is guessed.
 *
 * @param row Excel's own row number, from 1
 * @param column from 0
 * @param header what stands above the column; empty when the whole row is meant
 * @param code stable, upper case
 * @param value what stands in the cell, personal numbers masked
 * @param advice what to do
 */
public record CellProblem(int row, int column, String header, String code, String value, String advice) {

    /** {@code C12}, as Excel calls the cell. */
    public String cell() {
        return SheetRow.letters(column) + row;
    }
}
