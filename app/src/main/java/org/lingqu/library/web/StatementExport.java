package org.lingqu.library.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.Origin;
import org.lingqu.sheet.TableFile;

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
    /** Widths of the columns in a workbook, in characters. */
    static final List<Integer> WIDTHS =
            List.of(28, 24, 9, 12, 14, 18, 8, 16, 18, 8, 8, 30, 10, 60, 40, 24, 12, 22, 40, 14, 40);

    private final Shown shown;
    private final String server;

    /** @param server address of this Lingqu, to which links lead */
    StatementExport(Shown shown, String server) {
        this.shown = shown;
        this.server = server;
    }

    void head(TableFile file) throws IOException {
        file.row(COLUMNS.stream()
                .<@Nullable Object>map(column -> shown.ui().say("evidence.column." + column))
                .toList());
    }

    void row(TableFile file, FoundStatement found) {
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
        cells.add(s.checks().stream().map(check -> shown.check(check, s)).collect(Collectors.joining("；")));
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
            file.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // whoever asked has gone
        }
    }

    private static @Nullable String dash(String text) {
        return text.equals("—") ? null : text;
    }
}
