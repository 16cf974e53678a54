package org.lingqu.sheet;

import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.syntax.DisplayWidth;

/**
 * A sheet of a workbook that is filled row by row: header kept in sight and repeated in print, filters on, numbers as numbers,
 * words made harmless. What no sheet can hold any more is counted and said in its last row.
 */
public final class BookPage {

    /** Excel ends here; one row is kept for saying so. */
    private static final int LAST_ROW = 1_048_575;

    /** Points. */
    private static final int LINE = 15;

    private static final int PADDING = 4;

    /** What stands in a column. */
    public enum Kind {
        /** Short words. */
        WORDS(null, false),
        /** Sentences, wrapped. */
        TEXT(null, true),
        COUNT("#,##0", false),
        /** With a sign, nothing for no change. */
        CHANGE("+#,##0;-#,##0;0", false),
        /** 万元. */
        MONEY("#,##0.00", false),
        MONEY_CHANGE("+#,##0.00;-#,##0.00;0.00", false),
        /** As many decimals as there are. */
        NUMBER("General", false);

        private final @Nullable String format;
        private final boolean wrapped;

        Kind(@Nullable String format, boolean wrapped) {
            this.format = format;
            this.wrapped = wrapped;
        }

        /** Figures stand right, and what heads them too. */
        private String side() {
            return format == null ? "left" : "right";
        }
    }

    /** @param width in characters of Latin text; a Chinese one takes two */
    public record Heading(String text, int width, Kind kind) {

        /** How many lines it takes in its width. */
        private int lines() {
            return text.lines()
                    .mapToInt(line -> Math.ceilDiv(Math.max(1, DisplayWidth.of(line)), Math.max(1, width - 1)))
                    .sum();
        }
    }

    private final Worksheet sheet;
    private final List<Heading> headings;
    private int next = 1;
    private long dropped;

    public BookPage(Workbook book, String name, List<Heading> headings) {
        this.sheet = book.newWorksheet(name);
        this.headings = List.copyOf(headings);
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column).text());
            sheet.width(column, headings.get(column).width());
            sheet.range(0, column, 0, column)
                    .style()
                    .bold()
                    .fillColor("DCE6F1")
                    .borderStyle(BorderStyle.THIN)
                    .borderColor("B8C7DA")
                    .horizontalAlignment(headings.get(column).kind().side())
                    .verticalAlignment("center")
                    .wrapText(true)
                    .set();
        }
        // no program makes a row higher by itself that was never opened in it
        sheet.rowHeight(
                0, LINE * headings.stream().mapToInt(Heading::lines).max().orElse(1) + PADDING);
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.pageOrientation("landscape");
    }

    /** Adds a row; null leaves a cell empty. */
    public void row(@Nullable Object... values) {
        if (next >= LAST_ROW) {
            dropped++;
            return;
        }
        for (int column = 0; column < values.length; column++) {
            switch (values[column]) {
                case null -> {}
                case Number number -> sheet.value(next, column, number);
                case Object text when text.toString().isEmpty() -> {}
                case Object text -> sheet.value(next, column, SafeCells.harmless(text.toString()));
            }
        }
        next++;
    }

    /** How many rows stand below the header. */
    public int rows() {
        return next - 1;
    }

    /** Formats what was filled in; nothing may be added afterwards. */
    public void finish() {
        if (next > 1) {
            for (int column = 0; column < headings.size(); column++) {
                Kind kind = headings.get(column).kind();
                var style = sheet.range(1, column, next - 1, column).style().verticalAlignment("top");
                if (kind.format != null) {
                    style.format(kind.format);
                }
                style.wrapText(kind.wrapped).set();
            }
        }
        sheet.setAutoFilter(0, 0, Math.max(0, next - 1), headings.size() - 1);
        if (dropped > 0) {
            sheet.value(next, 0, "另有 " + dropped + " 行放不下，请输出为 .csv");
        }
    }
}
