package org.lingqu.engine.text.source;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Counts rows and columns of one table while it is read, spans included. */
final class TableGrid {

    private static final int MOST_COLUMNS = 200;

    final int number;
    /** For each column how many more rows a cell from above reaches into. */
    private final List<Integer> reach = new ArrayList<>();

    private int row = -1;
    private int column;
    private boolean headRow;

    TableGrid(int number) {
        this.number = number;
    }

    void nextRow(boolean header) {
        row++;
        column = 0;
        headRow = header;
    }

    Markup.Cell nextCell(Element element) {
        if (row < 0) {
            nextRow(false);
        }
        while (column < reach.size() && reach.get(column) >= row) {
            column++;
        }
        int columns = span(element.attr("colspan"));
        int rows = span(element.attr("rowspan"));
        var cell = new Markup.Cell(number, row, column, columns, headRow || element.nameIs("th"));
        for (int i = 0; i < columns && column < MOST_COLUMNS; i++, column++) {
            while (reach.size() <= column) {
                reach.add(-1);
            }
            reach.set(column, row + rows - 1);
        }
        return cell;
    }

    private static int span(String value) {
        int number = 0;
        for (int i = 0; i < value.length() && i < 4; i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
        }
        return Math.max(1, Math.min(number, MOST_COLUMNS));
    }
}
