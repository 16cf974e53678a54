package org.lingqu.engine.text.source;

import java.util.Locale;

/**
 * How much a page may be before it is refused. The defaults let through everything that people read (a statistical
 * yearbook as one file included) and keep one page under two seconds and 256 MB.
 *
 * @param bytes of the file as it lies on the disk
 * @param unpackedBytes of what a DOCX or PDF unpacks to
 * @param tags {@code <} signs in an HTML page
 * @param characters UTF-16 units of visible text
 * @param lines lines, cells included
 */
public record Limits(int bytes, int unpackedBytes, int tags, int characters, int lines) {

    /** What the reader uses. */
    public static final Limits DEFAULT = new Limits(16 << 20, 48 << 20, 250_000, 2_000_000, 100_000);

    static UnreadablePage tooLarge(String what, long found, long limit) {
        return new UnreadablePage(
                "TOO_LARGE",
                String.format(Locale.ROOT, "%s: %,d, and %,d is the most that is read", what, found, limit),
                "Split the file, or save only the page itself. 请拆分文件，或只保存正文页面。");
    }

    void checkBytes(long found) throws UnreadablePage {
        if (found > bytes) {
            throw tooLarge("bytes", found, bytes);
        }
    }

    void checkUnpacked(long found) throws UnreadablePage {
        if (found > unpackedBytes) {
            throw tooLarge("bytes when unpacked", found, unpackedBytes);
        }
    }

    void checkCharacters(long found) throws UnreadablePage {
        if (found > characters) {
            throw tooLarge("characters", found, characters);
        }
    }

    void checkLines(long found) throws UnreadablePage {
        if (found > lines) {
            throw tooLarge("lines", found, lines);
        }
    }

    void checkTags(String html) throws UnreadablePage {
        int found = 0;
        for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
            found++;
        }
        if (found > tags) {
            throw tooLarge("tags", found, tags);
        }
    }
}
