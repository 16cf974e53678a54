package org.lingqu.sheet;

import java.util.List;

/**
 * One row.
 *
 * @param number as Excel shows it, from 1
 * @param cells from column A; may be shorter than other rows
 */
public record SheetRow(int number, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The cell in a column counted from 0; empty beyond the end of the row. */
    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.Empty.CELL;
    }

    /** Whether nothing stands in it. */
    public boolean isEmpty() {
        for (SheetCell cell : cells) { // asked of every row of lists with a million
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The letters Excel shows above a column counted from 0: A, B … Z, AA. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
