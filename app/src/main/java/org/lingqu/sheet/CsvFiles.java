package org.lingqu.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV as it really comes: UTF-8 with or without byte order mark, GB18030, UTF-16; separated by comma, semicolon or tab;
 * quoted as RFC 4180 has it. Every field is words: CSV knows no types.
 */
final class CsvFiles {

    private static final int SAMPLE = 1 << 16;
    private static final int MAX_FIELD = 1 << 20;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvFiles() {}

    static void read(Path file, Sheets.Use use) throws IOException, UnreadableSheet {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        Charset charset = charset(file, sample);
        try (var reader = new PushbackReader(
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), SAMPLE), 1)) {
            skipMark(reader);
            rows(reader, separator(new String(sample, charset)), use);
        }
    }

    private static Charset charset(Path file, byte[] sample) throws IOException, UnreadableSheet {
        if (sample.length >= 2 && (sample[0] & 0xff) == 0xff && (sample[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (sample.length >= 2 && (sample[0] & 0xff) == 0xfe && (sample[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        for (byte each : sample) {
            if (each == 0) {
                throw new UnreadableSheet(
                        "NOT_A_SHEET",
                        "既不是工作簿也不是文本 neither a workbook nor text",
                        "请另存为 .xlsx 或 CSV  save it as .xlsx or CSV");
            }
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (!decodes(file, GB18030)) {
            throw new UnreadableSheet(
                    "BROKEN_ENCODING",
                    "既不是 UTF-8 也不是 GB18030，有的字已损坏 neither UTF-8 nor GB18030; some characters are damaged",
                    "在 Excel 中另存为 .xlsx 再试 save it as .xlsx");
        }
        return GB18030;
    }

    /** The whole file is tried: a list of a hundred thousand firms may hold its first Chinese character late. */
    private static boolean decodes(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            char[] buffer = new char[SAMPLE];
            while (reader.read(buffer) >= 0) {
                // only the decoding matters
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static void skipMark(PushbackReader reader) throws IOException {
        int first = reader.read();
        if (first >= 0 && first != '\ufeff') {
            reader.unread(first);
        }
    }

    /** The sign that stands most often in the first line outside quotes. */
    private static char separator(String sample) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', '\t', ';'}) {
            int count = 0;
            boolean quoted = false;
            for (int i = 0; i < sample.length(); i++) {
                char c = sample.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == '\n' && !quoted) {
                    break;
                } else if (c == candidate && !quoted) {
                    count++;
                }
            }
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static void rows(PushbackReader reader, char separator, Sheets.Use use)
            throws IOException, UnreadableSheet {
        var cells = new ArrayList<SheetCell>();
        int number = 0;
        while (true) {
            int end = field(reader, separator, cells, number + 1);
            if (end == separator) {
                continue;
            }
            number++;
            var row = new SheetRow(number, List.copyOf(cells));
            cells.clear();
            if ((!row.isEmpty() && !use.row(row)) || end < 0) {
                return;
            }
        }
    }

    /** Reads one field and what ends it: the separator, a line feed, or -1 for the end of the file. */
    private static int field(PushbackReader reader, char separator, List<SheetCell> cells, int row)
            throws IOException, UnreadableSheet {
        var text = new StringBuilder();
        boolean quoted = false;
        boolean opened = false;
        while (true) {
            int c = reader.read();
            if (c == '"' && (quoted || text.isEmpty()) && !(opened && !quoted)) {
                if (!quoted) {
                    quoted = true;
                    opened = true;
                    continue;
                }
                int next = reader.read();
                if (next == '"') {
                    text.append('"');
                    continue;
                }
                quoted = false;
                if (next >= 0) {
                    reader.unread(next);
                }
                continue;
            }
            if (c < 0 && quoted) {
                throw new UnreadableSheet(
                        "UNCLOSED_QUOTE",
                        "第 " + row + " 行的引号没有闭合，后面的行会被吞掉 a quote of row " + row + " is never closed",
                        "补上引号 close it");
            }
            if (c < 0 || (!quoted && (c == separator || c == '\n'))) {
                cells.add(Workbooks.words(text.toString()));
                return c;
            }
            if (c == '\r' && !quoted) {
                continue;
            }
            text.append((char) c);
            if (text.length() > MAX_FIELD) {
                throw new UnreadableSheet(
                        "FIELD_TOO_LONG",
                        "一个单元格超过一百万字 a field of more than a million characters",
                        "请找没有闭合的引号 look for a quote that is never closed");
            }
        }
    }
}
