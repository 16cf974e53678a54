package org.lingqu.engine.text.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.trace.TracedText;

/** Gathers the words of an HTML page into lines as a browser would lay them out. */
final class LineBuilder {

    private final CodePoints points;
    private final Limits limits;
    private final List<Line> lines = new ArrayList<>();

    private TracedText.Builder words = new TracedText.Builder();
    private int visible;
    private int inLinks;
    private int all;
    /** The index in the source of a space that is due before the next word, -1 when there is none. */
    private int pendingSpace = -1;

    LineBuilder(CodePoints points, Limits limits) {
        this.points = points;
        this.limits = limits;
    }

    List<Line> lines() {
        return lines;
    }

    boolean isEmpty() {
        return visible == 0;
    }

    /** Appends words; white space becomes one space, or nothing where a source line was merely wrapped. */
    void append(SourceText text, boolean inLink) {
        int length = text.words.length();
        for (int i = 0; i < length; i++) {
            char c = text.words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                int end = i;
                boolean wrapped = false;
                while (end < length && isLayout(text.words.charAt(end))) {
                    wrapped |= text.words.charAt(end) == '\n';
                    end++;
                }
                boolean inside = i > 0 && end < length;
                boolean glued = inside && wrapped && isWide(text.words.charAt(i - 1)) && isWide(text.words.charAt(end));
                if (!glued && pendingSpace < 0) {
                    pendingSpace = text.at[i];
                }
                i = end - 1;
            } else {
                put(c, text.at[i], text.to[i], inLink);
            }
        }
    }

    private void put(char c, int at, int to, boolean inLink) {
        if (pendingSpace >= 0 && words.length() > 0) {
            int place = points.before(pendingSpace);
            words.append(' ', place, place + 1);
        }
        pendingSpace = -1;
        int from = points.before(at);
        words.append(c, from, Math.max(points.before(to), from + 1));
        if (!TracedText.isSpace(c)) {
            visible++;
            inLinks += inLink ? 1 : 0;
        }
    }

    /** Ends the line, if anything stands on it. */
    void end(Markup.Role role, int headingLevel, Markup.@Nullable Cell cell, int container, String hint)
            throws UnreadablePage {
        if (visible > 0) {
            TracedText text = words.build().strip();
            if (!text.isEmpty()) {
                all += text.length();
                limits.checkCharacters(all);
                lines.add(new Line(
                        text, new Markup(role, headingLevel, inLinks / (float) visible, cell, container, hint)));
                limits.checkLines(lines.size());
            }
        }
        clear();
    }

    private void clear() {
        if (words.length() > 0) {
            words = new TracedText.Builder();
        }
        visible = 0;
        inLinks = 0;
        pendingSpace = -1;
    }

    private static boolean isLayout(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    /** Characters between which a wrapped line leaves no space. */
    private static boolean isWide(char c) {
        return (c >= '\u2e80' && c <= '\u9fff') || (c >= '\uff01' && c <= '\uff60') || (c >= '\uf900' && c <= '\ufaff');
    }
}
