package org.lingqu.engine.text.source;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.text.trace.TracedText;

/** Text that is put together while a DOCX or PDF is read: one line for every paragraph or cell. */
final class ExtractedText {

    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private final List<Line> lines = new ArrayList<>();
    private int codePoints;

    ExtractedText(Limits limits) {
        this.limits = limits;
    }

    /** Adds a line unless it is blank. */
    void add(CharSequence words, Markup markup) throws UnreadablePage {
        int start = text.length();
        limits.checkCharacters(start + (long) words.length());
        text.append(words).append('\n');
        TracedText line = TracedText.ofFile(text.substring(start), 0, words.length(), codePoints)
                .strip();
        codePoints += Character.codePointCount(words, 0, words.length()) + 1;
        if (!line.isEmpty()) {
            lines.add(new Line(line, markup));
            limits.checkLines(lines.size());
        }
    }

    DecodedPage page(DecodedPage.Format format) throws UnreadablePage {
        if (lines.isEmpty()) {
            throw new UnreadablePage(
                    "NO_TEXT",
                    "the document holds no text, perhaps only pictures of it",
                    "Run character recognition over it first. 文件中没有文字，可能是扫描件，请先做文字识别。");
        }
        return new DecodedPage(text.toString(), "UTF-8", format, lines, Containers.NONE, List.of());
    }
}
