package org.lingqu.library.web;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.Origin;
import org.lingqu.sheet.SafeCells;

/** Statements as a spreadsheet, row by row as they come: what the screen shows, the exact value beside it, and the citation. */
final class StatementExport {

    private static final List<String> COLUMNS = List.of(
            "indicator",
            "region",
            "code",
            "period",
            "shown",
            "value",
            "unit",
            "growth",
            "place",
            "status",
            "kind",
            "checks",
            "review",
            "quote",
            "title",
            "issuer",
            "published",
            "number",
            "address",
            "at",
            "link");
    private static final List<Integer> WIDTHS =
            List.of(28, 24, 9, 12, 14, 18, 8, 16, 18, 8, 8, 30, 10, 60, 40, 24, 12, 22, 40, 14, 40);

    private final Shown shown;
    private final String server;

    /** @param server address of this Lingqu, to which links lead */
    StatementExport(Shown shown, String server) {
        this.shown = shown;
        this.server = server;
    }

    /** A file that takes rows. */
    interface Sink extends Closeable {
        void row(List<@Nullable Object> cells) throws IOException;
    }

    void head(Sink sink) throws IOException {
        sink.row(COLUMNS.stream()
                .<@Nullable Object>map(column -> shown.ui().say("evidence.column." + column))
                .toList());
    }

    void row(Sink sink, FoundStatement found) {
        Statement s = found.statement().reading();
        Origin from = found.origin();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(s.indicator());
        cells.add(s.region());
        cells.add(s.regionCode());
        cells.add(s.period());
        cells.add(shown.value(s));
        cells.add(s.value());
        cells.add(s.unit());
        cells.add(dash(shown.growth(s)));
        cells.add(dash(shown.place(s)));
        cells.add(shown.ui().say("evidence.status", s.status()));
        cells.add(shown.ui().say("evidence.kind", s.kind()));
        cells.add(s.checks().stream().map(shown::check).collect(Collectors.joining("；")));
        cells.add(shown.ui().say("evidence.review", found.statement().review()));
        cells.add(shown.words(s.quote()));
        cells.add(from.title());
        cells.add(from.issuer());
        cells.add(from.published() == null ? null : from.published().toString());
        cells.add(from.documentNumber());
        cells.add(from.address());
        cells.add(s.span().start() + "–" + s.span().end());
        cells.add(server + "/library/statements/" + found.statement().id());
        try {
            sink.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // whoever asked has gone
        }
    }

    private static @Nullable String dash(String text) {
        return text.equals("—") ? null : text;
    }

    /** Comma-separated, UTF-8 with the mark by which Excel knows it. */
    static Sink csv(OutputStream out) throws IOException {
        Writer to = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        to.write('\ufeff');
        return new Sink() {
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

    /** A workbook; begins another sheet where Excel's rows end. */
    static Sink excel(OutputStream out, String sheetName) {
        var book = new Workbook(out, "Lingqu", "1.0");
        return new Sink() {
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
                for (int column = 0; column < WIDTHS.size(); column++) {
                    fresh.width(column, WIDTHS.get(column));
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
                Worksheet to = java.util.Objects.requireNonNull(sheet);
                for (int column = 0; column < cells.size(); column++) {
                    switch (cells.get(column)) {
                        case null -> {}
                        case BigDecimal number
                        when number.precision() <= EXCEL_DIGITS -> to.value(next, column, number);
                        case BigDecimal number -> to.value(next, column, number.toPlainString());
                        case Object words -> to.value(next, column, SafeCells.harmless(words.toString()));
                    }
                }
                next++;
                if (next % FLUSH == 0) {
                    to.flush();
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

    private static final int MOST_ROWS = 1_000_000;
    private static final int EXCEL_DIGITS = 15;
    private static final int FLUSH = 1_000;
}
