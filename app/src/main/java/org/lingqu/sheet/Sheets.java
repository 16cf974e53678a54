package org.lingqu.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens spreadsheets by what they are, not by what they are called. */
public final class Sheets {

    /** A row at a time, in order; return false to stop. */
    public interface Use {
        boolean row(SheetRow row);
    }

    private Sheets() {}

    /**
     * Reads the rows of one sheet, those without content left out.
     *
     * @param sheet name of the sheet, or empty for the first one that is not hidden; CSV has one sheet only
     * @throws UnreadableSheet if the file is no spreadsheet we read, is damaged, locked or larger than any list of firms
     * @throws IOException if the file cannot be opened
     */
    public static void read(Path file, String sheet, Use use) throws IOException, UnreadableSheet {
        byte[] head = head(file);
        if (isZip(head)) {
            Workbooks.read(file, sheet, use);
        } else if (isParquet(head)) {
            ParquetRows.read(file, use);
        } else if (isOldExcel(head)) {
            throw new UnreadableSheet(
                    "OLD_OR_LOCKED_EXCEL",
                    "旧版 .xls 或有密码的工作簿 an Excel 97-2003 workbook, or one locked with a password",
                    "请在 Excel 中另存为无密码的 .xlsx  save it as .xlsx without a password");
        } else {
            CsvFiles.read(file, use);
        }
    }

    /** Names of the visible sheets of a workbook; one empty name for CSV. */
    public static List<String> names(Path file) throws IOException, UnreadableSheet {
        return isZip(head(file)) ? Workbooks.names(file) : List.of("");
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** Whether a file is Parquet, whose columns are called as {@link org.lingqu.engine.policy.column.ColumnNames} says. */
    public static boolean isParquet(Path file) throws IOException {
        return isParquet(head(file));
    }

    private static boolean isParquet(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'A' && head[2] == 'R' && head[3] == '1';
    }

    private static boolean isOldExcel(byte[] head) {
        return head.length == 8
                && (head[0] & 0xff) == 0xd0
                && (head[1] & 0xff) == 0xcf
                && head[2] == 0x11
                && (head[3] & 0xff) == 0xe0;
    }
}
