package org.lingqu.registry.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lingqu.registry.CellProblem;
import org.lingqu.registry.Difference;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.ListRow;
import org.lingqu.registry.PersonalNumbers;
import org.lingqu.registry.RowOutcome;
import org.lingqu.sheet.SafeCells;
import org.lingqu.sheet.SheetCell;
import org.lingqu.sheet.SheetRow;
import org.lingqu.sheet.Sheets;
import org.lingqu.sheet.UnreadableSheet;
import org.lingqu.ui.Ui;

/** The sheet as it was sent, each row where it stood, with two more columns: what became of the row, and why. */
final class ListReport {

    private static final int MOST_ROWS = 200_000; // kept rows; beyond them only counts are known

    private final Ui ui;
    private final FirmLists lists;

    ListReport(Ui ui, FirmLists lists) {
        this.ui = ui;
        this.lists = lists;
    }

    void write(FirmListImport list, OutputStream out) throws IOException {
        Map<Integer, ListRow> known = new HashMap<>();
        lists.rows(list, null, false, 0, MOST_ROWS).forEach(row -> known.put(row.row(), row));
        int columns = list.columns().size();
        try (var workbook = new Workbook(out, "Lingqu", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("逐行结果");
            var headed = new boolean[1];
            try {
                Sheets.read(lists.file(list), list.sheet(), row -> {
                    copy(sheet, row, list.kind() != null);
                    ListRow seen = known.get(row.number());
                    if (seen != null) {
                        sheet.value(row.number() - 1, columns, outcome(list, seen));
                        sheet.value(row.number() - 1, columns + 1, why(seen));
                    } else if (!headed[0] && isHeader(row, list)) {
                        headed[0] = true;
                        sheet.value(row.number() - 1, columns, ui.say("registry.report.outcome"));
                        sheet.value(row.number() - 1, columns + 1, ui.say("registry.report.problems"));
                    }
                    return true;
                });
            } catch (UnreadableSheet e) {
                sheet.value(0, 0, e.code() + ": " + e.getMessage());
            }
            sheet.width(columns, 16);
            sheet.width(columns + 1, 80);
        }
    }

    private String outcome(FirmListImport list, ListRow row) {
        return list.kind() != null && row.outcome() == RowOutcome.NEW
                ? ui.say("party.outcome.NEW")
                : ui.say("registry.outcome", row.outcome());
    }

    /** The last row of the header: from its cells the names of the columns end. */
    private static boolean isHeader(SheetRow row, FirmListImport list) {
        long same = 0;
        for (int i = 0; i < list.columns().size(); i++) {
            String shown = row.cell(i).shown();
            same += !shown.isEmpty() && list.columns().get(i).header().endsWith(shown) ? 1 : 0;
        }
        return same * 2 > list.columns().size();
    }

    /** @param masks whether numbers of persons are masked: nobody should have written them there */
    private static void copy(Worksheet sheet, SheetRow row, boolean masks) {
        for (int i = 0; i < row.cells().size(); i++) {
            int at = row.number() - 1;
            switch (row.cell(i)) {
                case SheetCell.Empty ignored -> {}
                case SheetCell.Figure figure -> sheet.value(at, i, figure.value());
                case SheetCell.Truth truth -> sheet.value(at, i, truth.value());
                case SheetCell.Day day -> {
                    sheet.value(at, i, day.day());
                    sheet.style(at, i).format("yyyy-mm-dd").set();
                }
                case SheetCell.Words words ->
                    sheet.value(at, i, SafeCells.harmless(masks ? PersonalNumbers.masked(words.text()) : words.text()));
                case SheetCell.Broken broken -> sheet.value(at, i, broken.code());
            }
        }
    }

    private String why(ListRow row) {
        var lines = new ArrayList<String>();
        boolean chinese = ui.language().code().equals("zh");
        for (CellProblem problem : row.problems()) {
            lines.add(problem.cell() + " “" + problem.value() + "”："
                    + (chinese ? problem.advice().chinese() : problem.advice().english()));
        }
        for (Difference difference : row.differences()) {
            lines.add(DifferenceWords.of(ui, difference));
        }
        return SafeCells.harmless(String.join("；", List.copyOf(lines)));
    }
}
