package org.lingqu.engine.text.mention;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in 《》, brackets within brackets included.
 *
 * @param start index of 《
 * @param end index after 》
 * @param inner the words between
 */
record Bracketed(int start, int end, String inner) {

    /** No title is longer; an opening bracket without a closing one must not swallow the page. */
    private static final int LONGEST = 160;

    /** From left to right, not overlapping; what is never closed, or only after too long, is no title. */
    static List<Bracketed> in(String text) {
        var found = new ArrayList<Bracketed>();
        int at = text.indexOf('《');
        while (at >= 0) {
            int end = close(text, at);
            if (end > at + 2) {
                found.add(new Bracketed(at, end, text.substring(at + 1, end - 1).strip()));
            }
            at = text.indexOf('《', Math.max(end, at + 1));
        }
        return found;
    }

    private static int close(String text, int open) {
        int depth = 0;
        int limit = Math.min(text.length(), open + LONGEST);
        for (int i = open; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '《') {
                depth++;
            } else if (c == '》' && --depth == 0) {
                return i + 1;
            }
        }
        int first = text.indexOf('》', open, limit);
        return depth > 1 && first > 0 ? first + 1 : open;
    }
}
