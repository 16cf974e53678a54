package org.lingqu.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Tables that go out, row by row as they come; words that a spreadsheet would take for a formula are made harmless. */
public final class TableFiles {

    private static final int MOST_ROWS = 1_000_000;
    private static final int EXCEL_DIGITS = 15;
    private static final int FLUSH = 1_000;
    /** Columns of this width or more hold sentences; a Chinese character is two wide. */
    private static final int WRAPPED = 40;

    private TableFiles() {}

    /** Comma-separated, UTF-8 with the mark by which Excel knows it. */
    public static TableFile csv(OutputStream out) throws IOException {
        Writer to = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        to.write('\ufeff');
        return new TableFile() {
            @Override
            public void row(List<@Nullable Object> cells) throws IOException {
                for (int i = 0; i < cells.size(); i++) {
                    to.write(i == 0 ? "" : ",");
                    to.write(field(cells.get(i)));
                }
                to.write("\r\n");
            }

            @Override
            public void close() throws IOException {
                to.close();
            }
        };
    }

    private static String field(@Nullable Object cell) {
        String text = switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Object words -> SafeCells.harmless(words.toString());
        };
        boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /**
     * A workbook; begins another sheet where Excel's rows end. The first row is its head.
     *
     * @param widths of the columns, in characters
     */
    public static TableFile excel(OutputStream out, String sheetName, List<Integer> widths) {
        var book = new Workbook(out, "Lingqu", "1.0");
        return new TableFile() {
            private @Nullable Worksheet sheet;
            private @Nullable List<@Nullable Object> head;
            private int sheets;
            private int next;

            @Override
            public void row(List<@Nullable Object> cells) throws IOException {
                if (head == null) {
                    head = cells;
                    begin(cells);
                    return;
                }
                if (next >= MOST_ROWS) {
                    begin(head);
                }
                write(cells);
            }

            private void begin(List<@Nullable Object> head) throws IOException {
                if (sheet != null) {
                    sheet.finish();
                }
                sheets++;
                Worksheet fresh = book.newWorksheet(sheets == 1 ? sheetName : sheetName + " " + sheets);
                for (int column = 0; column < widths.size(); column++) {
                    fresh.width(column, widths.get(column));
                }
                fresh.freezePane(1, 1);
                sheet = fresh;
                next = 0;
                write(head);
                fresh.range(0, 0, 0, head.size() - 1)
                        .style()
                        .bold()
                        .fillColor("E4ECF4")
                        .set();
            }

            private void write(List<@Nullable Object> cells) throws IOException {
                Worksheet to = Objects.requireNonNull(sheet);
                for (int column = 0; column < cells.size(); column++) {
                    switch (cells.get(column)) {
                        case null -> {}
                        case BigDecimal number
                        when number.precision() <= EXCEL_DIGITS -> to.value(next, column, number);
                        case BigDecimal number -> to.value(next, column, number.toPlainString());
                        case Object words -> words(to, column, SafeCells.harmless(words.toString()));
                    }
                }
                next++;
                if (next % FLUSH == 0) {
                    to.flush();
                }
            }

            private void words(Worksheet to, int column, String text) {
                to.value(next, column, text);
                if (column < widths.size() && widths.get(column) >= WRAPPED && text.length() > widths.get(column) / 2) {
                    to.style(next, column)
                            .wrapText(true)
                            .verticalAlignment("top")
                            .set();
                }
            }

            @Override
            public void close() throws IOException {
                if (sheet != null) {
                    sheet.finish();
                }
                book.finish();
            }
        };
    }
}
