package org.lingqu.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lingqu.sheet.SheetRow;

/**
 * A list of rights as an officer gets it: classes by their short names, numbers with ZL and with full width, days in words, and the mistakes
 * that such lists have. What was planted is told, so that a reader can be held against it.
 */
public final class RightsList {

    private static final List<String> HEADERS =
            List.of("序号", "专利名称", "专利号/申请号", "专利类型", "专利权人", "申请日", "授权公告日", "当前法律状态");
    private static final int NUMBER = 2;
    private static final int CLASS = 3;
    /** One row in so many has a mistake. */
    private static final int EVERY = 9;

    private final List<List<Object>> rows = new ArrayList<>();
    private final List<PlantedMistake> planted = new ArrayList<>();

    private RightsList() {}

    /**
     * Writes the list.
     *
     * @param rights how many; fewer where the region has no more
     * @return the planted mistakes, in the order of the sheet
     */
    public static List<PlantedMistake> write(MadeRegion region, int rights, Path file) throws IOException {
        var list = new RightsList();
        region.withoutMistakes()
                .firms()
                .flatMap(firm -> MadeRights.of(firm).stream().map(right -> row(firm, right)))
                .limit(rights)
                .forEach(list.rows::add);
        list.plant(region.dice("list of rights"));
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            list.write(unfinished);
            Repacked.write(unfinished, file);
            return list.planted;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static List<Object> row(MadeFirm firm, MadeRight right) {
        return new ArrayList<>(List.of(
                right.name(),
                right.number(),
                shortly(right.right()),
                firm.name(),
                right.filed(),
                right.granted() == null ? "" : words(right.granted()),
                right.state()));
    }

    private static String shortly(String right) {
        return right.endsWith("专利") ? right.substring(0, right.length() - 2) : right;
    }

    private static String words(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private void plant(Dice dice) {
        List<PlantedMistake.Kind> kinds = PlantedMistake.Kind.ofRights();
        int next = 0;
        for (int row = dice.between(2, EVERY); row < rows.size(); row += EVERY) {
            plant(kinds.get(next++ % kinds.size()), row);
        }
        for (int row = 0; row < rows.size(); row++) {
            spell(row);
        }
    }

    private void plant(PlantedMistake.Kind kind, int row) {
        String number = at(row, NUMBER);
        boolean patent = number.indexOf('.') == 12;
        switch (kind) {
            case WRONG_CHECK_DIGIT -> {
                if (patent) {
                    char check = number.charAt(13);
                    put(
                            kind,
                            row,
                            NUMBER,
                            number.substring(0, 13) + (check == 'X' ? '1' : check == '9' ? '0' : (char) (check + 1)));
                }
            }
            case DIGIT_MISSING -> {
                if (patent) {
                    put(kind, row, NUMBER, number.substring(0, 8) + number.substring(9));
                }
            }
            case YEAR_TO_COME -> {
                if (patent || number.contains("SR")) {
                    put(kind, row, NUMBER, "2036" + number.substring(4));
                }
            }
            case OTHER_CLASS -> {
                if (patent) {
                    put(kind, row, CLASS, at(row, CLASS).equals("发明") ? "实用新型" : "发明");
                }
            }
            case NO_NUMBER -> put(kind, row, NUMBER, "");
            default -> {
                put(kind, row, NUMBER, at(row - 1, NUMBER));
                put(row, CLASS, at(row - 1, CLASS));
            }
        }
    }

    private String at(int row, int column) {
        return rows.get(row).get(column - 1).toString();
    }

    private void put(int row, int column, Object value) {
        rows.get(row).set(column - 1, value);
    }

    private void put(PlantedMistake.Kind kind, int row, int column, String wrong) {
        String meant = at(row, column);
        put(row, column, wrong);
        planted.add(new PlantedMistake(SheetRow.letters(NUMBER) + (row + 2), kind, kind.code(), wrong, meant));
    }

    /** Offices and firms spell numbers in many ways. */
    private void spell(int row) {
        String number = at(row, NUMBER);
        if (number.indexOf('.') != 12) {
            return;
        }
        put(
                row,
                NUMBER,
                switch (row % 4) {
                    case 0 -> "ZL" + number;
                    case 1 -> number.replace(".", "").toLowerCase(java.util.Locale.ROOT);
                    case 2 -> "ZL " + number.substring(0, 4) + " " + number.charAt(4) + " " + number.substring(5);
                    default -> number;
                });
    }

    private void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "Lingqu", "1.0")) {
            Worksheet sheet = book.newWorksheet("知识产权名单");
            for (int column = 0; column < HEADERS.size(); column++) {
                sheet.value(0, column, HEADERS.get(column));
            }
            for (int row = 0; row < rows.size(); row++) {
                sheet.value(row + 1, 0, row + 1);
                List<Object> cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    if (cells.get(column) instanceof LocalDate day) {
                        sheet.value(row + 1, column + 1, day);
                        sheet.style(row + 1, column + 1).format("yyyy-mm-dd").set();
                    } else if (!Objects.equals(cells.get(column), "")) {
                        sheet.value(row + 1, column + 1, cells.get(column).toString());
                    }
                }
            }
            sheet.width(1, 34);
            sheet.width(NUMBER, 22);
            sheet.freezePane(2, 1);
        }
    }
}
