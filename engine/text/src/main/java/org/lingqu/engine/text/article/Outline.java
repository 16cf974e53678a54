package org.lingqu.engine.text.article;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.text.OutlineEntry;
import org.lingqu.engine.text.trace.TracedText;

/** The headings of a body, with levels counted from the forms of numbers that it uses. */
final class Outline {

    private static final int LONGEST_HEADING = 60;
    private static final int LONGEST_SPOKEN = 40;

    private record Found(Ordinal.Form form, int line, int start, int end) {}

    private final List<Found> found = new ArrayList<>();
    private final Map<Ordinal.Form, Integer> levels = new EnumMap<>(Ordinal.Form.class);

    Outline(List<Sense> senses, Body body) {
        for (int i = body.start(); i < body.end(); i++) {
            if (body.keeps(i) && senses.get(i).markup().cell() == null) {
                read(senses.get(i), i);
            }
        }
        for (Ordinal.Form form : Ordinal.Form.values()) {
            if (found.stream().anyMatch(f -> f.form() == form)) {
                levels.put(form, levels.size() + 1);
            }
        }
    }

    /** The level of a line's heading, 0 for a line without one. */
    int level(Sense sense) {
        return sense.heading() == null ? 0 : levels.getOrDefault(sense.heading().form(), 0);
    }

    List<OutlineEntry> entries(List<Sense> senses) {
        return found.stream()
                .map(f -> {
                    TracedText text = senses.get(f.line()).line().text();
                    String heading = text.toString().substring(f.start(), f.end());
                    return new OutlineEntry(levels.getOrDefault(f.form(), 1), heading, text.span(f.start(), f.end()));
                })
                .toList();
    }

    private void read(Sense sense, int line) {
        String text = sense.text();
        Ordinal first = sense.heading();
        int from = 0;
        if (first != null && !sense.figure()) {
            int end = headingEnd(text, first.end(), LONGEST_HEADING);
            if (end > first.end()) {
                add(first.form(), line, text, first.end(), end);
            }
            from = first.end();
        }
        spoken(text, line, from);
    }

    /** {@code 一是…} after the end of a sentence. */
    private void spoken(String text, int line, int from) {
        for (int i = from + 1; i + 2 < text.length(); i++) {
            boolean boundary = "。；：:;".indexOf(text.charAt(i - 1)) >= 0;
            if (boundary && text.charAt(i + 1) == '是') {
                Ordinal ordinal = Ordinal.at(text, i);
                if (ordinal != null && ordinal.form() == Ordinal.Form.SPOKEN) {
                    int end = headingEnd(text, ordinal.end(), LONGEST_SPOKEN);
                    if (end > ordinal.end()) {
                        add(ordinal.form(), line, text, ordinal.end(), end);
                    }
                }
            }
        }
    }

    private void add(Ordinal.Form form, int line, String text, int from, int to) {
        int start = from;
        while (start < to && TracedText.isSpace(text.charAt(start))) {
            start++;
        }
        if (start < to) {
            found.add(new Found(form, line, start, to));
        }
    }

    /** Where the heading stops: at the end of its sentence or of a short line. */
    private static int headingEnd(String text, int from, int longest) {
        int limit = Math.min(text.length(), from + longest + 1);
        for (int i = from; i < limit; i++) {
            if ("。；：:;！？".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length() < limit || text.length() - from <= longest ? text.length() : from;
    }
}
