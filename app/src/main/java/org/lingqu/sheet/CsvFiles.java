package org.lingqu.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
        if (new String(sample, charset).stripLeading().startsWith("<")) {
            throw new UnreadableSheet(
                    "WEB_PAGE",
                    "这是网页，不是表格 a web page, whatever it is called",
                    "请用 Excel 打开后另存为 .xlsx  open it in Excel and save it as .xlsx");
        }
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), charset)) {
            var characters = new Characters(reader);
            characters.skipMark();
            new CsvRows(characters, separator(new String(sample, charset))).each(use);
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

    /** Characters one by one from large pieces; a reader asked for each of a thousand million would take minutes. */
    private static final class Characters {

        private final Reader reader;
        private final char[] piece = new char[SAMPLE];
        private int next;
        private int end;

        Characters(Reader reader) {
            this.reader = reader;
        }

        /** The next one, or -1 when there is none. */
        int read() throws IOException {
            return next < end || fill() ? piece[next++] : -1;
        }

        /** The next one, which stays; or -1. */
        int peek() throws IOException {
            return next < end || fill() ? piece[next] : -1;
        }

        /** Adds what comes before the first of two characters, of a quote, of a line's end or of the piece's. */
        void plain(Field to, char separator) {
            int from = next;
            while (next < end) {
                char c = piece[next];
                if (c == separator || c == '\n' || c == '\r' || c == '"') {
                    break;
                }
                next++;
            }
            to.append(piece, from, next - from);
        }

        void skipMark() throws IOException {
            if (peek() == '\ufeff') {
                next++;
            }
        }

        private boolean fill() throws IOException {
            end = Math.max(0, reader.read(piece, 0, piece.length));
            next = 0;
            return end > 0;
        }
    }

    /** One field while it is read; its place in memory is used for the next one again. */
    private static final class Field {

        private char[] text = new char[256];
        private int length;

        void append(char[] from, int at, int count) {
            room(count);
            System.arraycopy(from, at, text, length, count);
            length += count;
        }

        void append(char c) {
            room(1);
            text[length++] = c;
        }

        private void room(int count) {
            if (length + count > text.length) {
                text = Arrays.copyOf(text, Math.max(text.length * 2, length + count));
            }
        }

        SheetCell cell() {
            return length == 0 ? SheetCell.Empty.CELL : Workbooks.words(new String(text, 0, length));
        }
    }

    /** The rows of a file, in order. */
    private static final class CsvRows {

        private final Characters characters;
        private final char separator;
        private final Field text = new Field();

        CsvRows(Characters characters, char separator) {
            this.characters = characters;
            this.separator = separator;
        }

        void each(Sheets.Use use) throws IOException, UnreadableSheet {
            var cells = new ArrayList<SheetCell>();
            int number = 0;
            while (true) {
                int end = field(cells, number + 1);
                if (end == separator) {
                    continue;
                }
                number++;
                var row = new SheetRow(number, cells);
                cells.clear();
                if ((!row.isEmpty() && !use.row(row)) || end < 0) {
                    return;
                }
            }
        }

        /** Reads one field and gives what ends it: the separator, a line feed, or -1 for the end of the file. */
        private int field(List<SheetCell> cells, int row) throws IOException, UnreadableSheet {
            text.length = 0;
            boolean quoted = false;
            boolean opened = false;
            while (true) {
                if (!quoted) {
                    characters.plain(text, separator);
                }
                int c = characters.read();
                if (c == '"' && (quoted || text.length == 0) && !(opened && !quoted)) {
                    if (!quoted) {
                        quoted = true;
                        opened = true;
                    } else if (characters.peek() == '"') {
                        text.append((char) characters.read());
                    } else {
                        quoted = false;
                    }
                    continue;
                }
                if (c < 0 && quoted) {
                    throw new UnreadableSheet(
                            "UNCLOSED_QUOTE",
                            "第 " + row + " 行的引号没有闭合，后面的行会被吞掉 a quote of row " + row + " is never closed",
                            "补上引号 close it");
                }
                if (text.length > MAX_FIELD) {
                    throw new UnreadableSheet(
                            "FIELD_TOO_LONG",
                            "一个单元格超过一百万字 a field of more than a million characters",
                            "请找没有闭合的引号 look for a quote that is never closed");
                }
                if (c < 0 || (!quoted && (c == separator || c == '\n'))) {
                    cells.add(text.cell());
                    return c;
                }
                if (c == '\r' && !quoted) {
                    if (characters.peek() == '\n') {
                        continue;
                    }
                    cells.add(text.cell()); // as old programs end lines
                    return '\n';
                }
                text.append((char) c);
            }
        }
    }
}
