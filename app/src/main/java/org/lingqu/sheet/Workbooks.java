package org.lingqu.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.trace.TracedText;

/** Excel workbooks, row by row. */
final class Workbooks {

    /** A million firms with fifty columns unpack to about this much. */
    private static final long MAX_UNPACKED = 4L << 30;

    /** The table of shared words is held in memory, so it is kept smaller. */
    private static final long MAX_WORDS = 256L << 20;

    private static final int EXACT_DIGITS = 15;
    private static final Set<String> DATE_LETTERS = Set.of("y", "d", "年", "日", "e");

    private Workbooks() {}

    static void read(Path file, String name, Sheets.Use use) throws IOException, UnreadableSheet {
        boolean formatted = refuseBombs(file);
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(formatted, true))) {
            try (Stream<Row> rows = sheet(workbook, name).openStream()) {
                Iterator<Row> each = rows.iterator();
                while (each.hasNext()) {
                    SheetRow row = row(each.next(), workbook.isDate1904());
                    if (!row.isEmpty() && !use.row(row)) {
                        return;
                    }
                }
            }
        } catch (ExcelReaderException e) {
            throw damaged();
        }
    }

    static List<String> names(Path file) throws IOException, UnreadableSheet {
        refuseBombs(file);
        try (var workbook = new ReadableWorkbook(file.toFile())) {
            return visible(workbook).stream().map(Sheet::getName).toList();
        } catch (ExcelReaderException e) {
            throw damaged();
        }
    }

    private static List<Sheet> visible(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
    }

    private static Sheet sheet(ReadableWorkbook workbook, String name) throws UnreadableSheet {
        List<Sheet> visible = visible(workbook);
        return visible.stream()
                .filter(sheet -> name.isEmpty() || sheet.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableSheet(
                        "NO_SUCH_SHEET",
                        "没有可见的工作表“" + name + "” no such visible sheet",
                        "现有 it has: "
                                + String.join(
                                        ", ",
                                        visible.stream().map(Sheet::getName).toList())));
    }

    /**
     * Looks at what the archive holds before anything is unpacked, and unpacks what holds cells once to see that the sizes are true.
     *
     * @return whether the workbook has formats; some programs write none, and no cell is a date then
     */
    private static boolean refuseBombs(Path file) throws IOException, UnreadableSheet {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new UnreadableSheet(
                        "NOT_A_WORKBOOK",
                        "压缩包里没有工作簿 a zip archive without a workbook",
                        "请另存为 .xlsx 或 CSV  save it as .xlsx or CSV");
            }
            long unpacked = 0;
            for (ZipEntry entry : zip.stream().toList()) {
                unpacked += Math.max(0, entry.getSize());
            }
            if (unpacked > MAX_UNPACKED) {
                throw SheetScan.tooLarge();
            }
            for (ZipEntry entry : zip.stream().toList()) {
                if (SheetScan.holdsCells(entry.getName())) {
                    SheetScan.look(zip, entry, entry.getName().equals(SheetScan.WORDS) ? MAX_WORDS : MAX_UNPACKED);
                }
            }
            return zip.getEntry("xl/styles.xml") != null;
        } catch (java.util.zip.ZipException e) {
            throw damaged();
        }
    }

    private static UnreadableSheet damaged() {
        return new UnreadableSheet(
                "DAMAGED_WORKBOOK",
                "工作簿已损坏 the workbook is damaged",
                "请用 Excel 打开修复后另存 let Excel repair it and save it again");
    }

    private static SheetRow row(Row row, boolean from1904) {
        var cells = new ArrayList<SheetCell>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(cell(row.getCell(column), from1904));
        }
        return new SheetRow(row.getRowNum(), cells);
    }

    private static SheetCell cell(@Nullable Cell cell, boolean from1904) {
        if (cell == null) {
            return SheetCell.Empty.CELL;
        }
        return switch (cell.getType()) {
            case EMPTY -> SheetCell.Empty.CELL;
            case STRING -> words(cell.getText());
            case BOOLEAN -> new SheetCell.Truth(Boolean.TRUE.equals(cell.asBoolean()));
            case ERROR -> new SheetCell.Broken(String.valueOf(cell.getRawValue()));
            case NUMBER -> number(cell, cell.getRawValue(), from1904);
            case FORMULA -> formula(cell, from1904);
        };
    }

    /** The last result that Excel stored beside the formula. */
    private static SheetCell formula(Cell cell, boolean from1904) {
        return switch (cell.getValue()) {
            // a program wrote the formula and nobody has computed it yet
            case null ->
                cell.getRawValue() == null ? new SheetCell.Broken("=" + cell.getFormula()) : SheetCell.Empty.CELL;
            case BigDecimal ignored -> number(cell, cell.getRawValue(), from1904);
            case Boolean truth -> new SheetCell.Truth(truth);
            case Object other when other.toString().startsWith("#") -> new SheetCell.Broken(other.toString());
            case Object other -> words(other.toString());
        };
    }

    static SheetCell words(@Nullable String text) {
        if (text == null) {
            return SheetCell.Empty.CELL;
        }
        int start = 0;
        int end = text.length();
        while (start < end && TracedText.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && TracedText.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? SheetCell.Empty.CELL : new SheetCell.Words(text.substring(start, end));
    }

    private static SheetCell number(Cell cell, @Nullable String raw, boolean from1904) {
        BigDecimal value;
        try {
            value = new BigDecimal(raw == null ? "" : raw.strip());
        } catch (NumberFormatException e) {
            return words(raw);
        }
        if (isDate(cell.getDataFormatString())) {
            LocalDate day = day(value, from1904);
            if (day != null) {
                return new SheetCell.Day(day);
            }
        }
        return new SheetCell.Figure(shortest(value), integerDigits(value) > EXACT_DIGITS, isPercent(cell));
    }

    /** Excel stores 0.1 + 0.2 as 0.30000000000000004 and shows 0.3: fifteen digits are what it vouches for. */
    private static BigDecimal shortest(BigDecimal value) {
        BigDecimal rounded = value.precision() > EXACT_DIGITS
                ? value.round(new java.math.MathContext(EXACT_DIGITS, java.math.RoundingMode.HALF_EVEN))
                : value;
        BigDecimal plain = rounded.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static boolean isPercent(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.replaceAll("\"[^\"]*\"|\\\\.", "").contains("%");
    }

    private static int integerDigits(BigDecimal value) {
        return value.precision() - value.scale();
    }

    private static boolean isDate(@Nullable String format) {
        if (format == null || format.equals("General")) {
            return false;
        }
        // What stands in quotes and brackets is shown as it is: 0.0"day" is no date.
        String letters = format.toLowerCase(java.util.Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        boolean quotedYear = format.contains("年");
        return (letters.contains("y") || letters.contains("d") || quotedYear)
                && DATE_LETTERS.stream().anyMatch(format.toLowerCase(java.util.Locale.ROOT)::contains);
    }

    /** @return null outside the days that Excel knows (1900-03-01 to 9999-12-31) */
    private static @Nullable LocalDate day(BigDecimal serial, boolean from1904) {
        BigDecimal days = serial.setScale(0, java.math.RoundingMode.FLOOR);
        if (days.compareTo(BigDecimal.valueOf(from1904 ? 0 : 61)) < 0
                || days.compareTo(BigDecimal.valueOf(2_958_465)) > 0) {
            return null;
        }
        // Excel believes that 1900 was a leap year; from March 1900 on its days count from 1899-12-30.
        LocalDate zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        return zero.plusDays(days.longValueExact());
    }
}
