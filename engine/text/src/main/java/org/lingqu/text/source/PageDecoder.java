package org.lingqu.text.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.text.PageSource;
import org.lingqu.text.trace.TracedText;

/** Bytes become lines. */
public final class PageDecoder {

    /** @throws UnreadablePage if the bytes are no page, or too much of one */
    public DecodedPage decode(PageSource source) throws UnreadablePage {
        String text = new String(source.bytes(), StandardCharsets.UTF_8);
        var lines = new ArrayList<Line>();
        int start = 0;
        int codePoint = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            TracedText line = TracedText.ofFile(text, start, end, codePoint).strip();
            if (!line.isEmpty()) {
                lines.add(new Line(line, Markup.PLAIN));
            }
            codePoint += text.codePointCount(start, end) + 1;
            start = end + 1;
        }
        return new DecodedPage(text, "UTF-8", DecodedPage.Format.PLAIN_TEXT, lines, List.of());
    }
}
