package org.lingqu.engine.text.source;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.trace.TracedText;

/** Scraped text: one line is one line. */
final class PlainText {

    private PlainText() {}

    static DecodedPage decode(String text, String charset, Limits limits, List<Warning> warnings)
            throws UnreadablePage {
        limits.checkCharacters(text.length());
        var lines = new ArrayList<Line>();
        int start = 0;
        int codePoint = 0;
        while (start < text.length()) {
            int end = lineEnd(text, start);
            TracedText line = TracedText.ofFile(text, start, end, codePoint).strip();
            if (!line.isEmpty()) {
                lines.add(new Line(line, Markup.PLAIN));
                limits.checkLines(lines.size());
            }
            codePoint += text.codePointCount(start, end) + 1;
            start = end + 1;
        }
        return new DecodedPage(text, charset, DecodedPage.Format.PLAIN_TEXT, lines, Containers.NONE, warnings);
    }

    private static int lineEnd(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f') {
                return i;
            }
        }
        return text.length();
    }
}
