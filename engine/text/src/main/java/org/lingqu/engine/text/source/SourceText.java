package org.lingqu.engine.text.source;

import java.util.Arrays;
import org.jsoup.parser.Parser;

/**
 * The words of a text node or attribute and, for each UTF-16 unit, where it stands in the page's source. Character
 * references (such as that of a no-break space) make the two differ; when source and words cannot be matched, every unit is given the
 * whole place, which is wide but not wrong.
 */
final class SourceText {

    private static final int LONGEST_REFERENCE = 34;

    final String words;
    /** String indexes into the source; {@code at[i]} to {@code to[i]} gave unit {@code i}. */
    final int[] at;

    final int[] to;

    private SourceText(String words, int[] at, int[] to) {
        this.words = words;
        this.at = at;
        this.to = to;
    }

    static SourceText align(String source, int start, int end, String words) {
        int[] at = new int[words.length()];
        int[] to = new int[words.length()];
        int from = Math.max(0, Math.min(start, source.length()));
        int until = Math.max(from, Math.min(end, source.length()));
        if (!match(source, from, until, words, at, to)) {
            Arrays.fill(at, from);
            Arrays.fill(to, until);
        }
        return new SourceText(words, at, to);
    }

    private static boolean match(String source, int from, int until, String words, int[] at, int[] to) {
        int i = from;
        int j = 0;
        while (j < words.length()) {
            if (i >= until) {
                return false;
            }
            char c = source.charAt(i);
            int length = c == '&' ? reference(source, i, until, words, j) : 0;
            if (length > 0) {
                int units = unitsOf(source.substring(i, i + length));
                for (int k = 0; k < units && j < words.length(); k++) {
                    at[j] = i;
                    to[j++] = i + length;
                }
                i += length;
            } else if (c == words.charAt(j)) {
                at[j] = i++;
                to[j++] = i;
            } else if (c == 0 || (c == '\r' && words.charAt(j) == '\n')) {
                // the parser drops or replaces NUL and folds line ends
                if (words.charAt(j) == '\ufffd' || c == '\r') {
                    boolean pair = c == '\r' && i + 1 < until && source.charAt(i + 1) == '\n';
                    at[j] = i;
                    i += pair ? 2 : 1;
                    to[j++] = i;
                } else {
                    i++;
                }
            } else {
                return false;
            }
        }
        return true;
    }

    /** The units {@code [start, end)}. */
    SourceText part(int start, int end) {
        return new SourceText(
                words.substring(start, end), Arrays.copyOfRange(at, start, end), Arrays.copyOfRange(to, start, end));
    }

    /** Length of the character reference that begins here and stands for the next words, or 0. */
    private static int reference(String source, int at, int until, String words, int word) {
        int end = at + 1;
        int most = Math.min(until, at + LONGEST_REFERENCE);
        while (end < most && isReferencePart(source.charAt(end))) {
            end++;
        }
        boolean closed = end < until && source.charAt(end) == ';';
        for (int last = closed ? end + 1 : end; last > at + 1; last--) {
            String piece = source.substring(at, last);
            String meaning = Parser.unescapeEntities(piece, false);
            if (!meaning.equals(piece)
                    && (meaning.indexOf('&') < 0 || meaning.equals("&"))
                    && words.startsWith(meaning, word)) {
                return last - at;
            }
        }
        return 0;
    }

    private static int unitsOf(String reference) {
        return Parser.unescapeEntities(reference, false).length();
    }

    private static boolean isReferencePart(char c) {
        return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
