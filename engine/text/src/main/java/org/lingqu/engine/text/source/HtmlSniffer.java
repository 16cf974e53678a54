package org.lingqu.engine.text.source;

import java.util.Locale;
import java.util.Set;

/** Whether text is HTML, judged by its tags and not by the name of its file. */
final class HtmlSniffer {

    private static final int SAMPLE = 256 << 10;
    private static final Set<String> TAGS = HtmlElements.names("page");

    private HtmlSniffer() {}

    /** It begins with a tag and has more, or tags are all over it. */
    static boolean isHtml(String text) {
        int end = Math.min(text.length(), SAMPLE);
        int known = 0;
        int closing = 0;
        for (int i = text.indexOf('<'); i >= 0 && i < end; i = text.indexOf('<', i + 1)) {
            boolean close = i + 1 < end && text.charAt(i + 1) == '/';
            if (TAGS.contains(name(text, i + (close ? 2 : 1), end))) {
                known++;
                closing += close ? 1 : 0;
            }
        }
        boolean first = firstVisible(text) == '<';
        return first ? known >= 1 : closing >= 3 && known >= 10 && known * 400L > end;
    }

    private static char firstVisible(String text) {
        int i = 0;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() ? text.charAt(i) : ' ';
    }

    private static String name(String text, int from, int end) {
        int to = from;
        while (to < end && to - from < 9 && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '!')) {
            to++;
        }
        return text.substring(Math.min(from, to), to).toLowerCase(Locale.ROOT);
    }
}
