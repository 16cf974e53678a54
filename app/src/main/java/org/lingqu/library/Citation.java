package org.lingqu.library;

/**
 * Words of a page with those around them.
 *
 * @param start where the words begin in the page's clean text: UTF-16 index, inclusive
 * @param end exclusive
 * @param before what stands before them in their paragraph, cut where it is long; may be empty
 * @param words the words themselves; never empty
 * @param after what stands behind them, as {@code before}
 */
public record Citation(int start, int end, String before, String words, String after) {

    private static final int AROUND = 48;

    /** @throws IllegalArgumentException if there are no words */
    public Citation {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a citation has words");
        }
    }

    /** The words between two places of a text, {@code start} before {@code end}. */
    public static Citation of(String text, int start, int end) {
        int line = start == 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
        int newline = text.indexOf('\n', end);
        int lineEnd = newline < 0 ? text.length() : newline;
        int from = Math.max(line, start - AROUND);
        int to = Math.min(lineEnd, end + AROUND);
        return new Citation(
                start,
                end,
                (from > line ? "…" : "") + text.substring(from, start).stripLeading(),
                text.substring(start, end),
                text.substring(end, to).stripTrailing() + (to < lineEnd ? "…" : ""));
    }
}
