package org.lingqu.sheet;

import java.io.IOException;
import java.io.Writer;

/** Writes CSV that Excel reads right: a byte order mark first, lines that end as it likes, words made harmless. */
public final class CsvLines {

    private final Writer out;

    /** Writes the mark; the writer has to encode as UTF-8. */
    public CsvLines(Writer out) throws IOException {
        this.out = out;
        out.write('\ufeff'); // or Excel takes it for GBK
    }

    public void line(String... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            String field = SafeCells.harmless(fields[i]);
            out.write(i == 0 ? "" : ",");
            boolean quote = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            out.write(quote ? '"' + field.replace("\"", "\"\"") + '"' : field);
        }
        out.write("\r\n");
    }
}
