package org.lingqu.engine.policy.store;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * For which days a title is held, as text: {@code 2023-10-01/2026-09-30;2027-01-01/}. Both ends are inclusive; nothing before or
 * behind the stroke leaves that end open.
 */
record Spans(List<Span> spans) {

    /** Days since 1970-01-01, both inclusive. */
    record Span(int from, int to) {}

    /** Empty when the text is no list of spans. */
    static Optional<Spans> of(String text) {
        var spans = new ArrayList<Span>();
        var parts = new StringTokenizer(text, ";");
        while (parts.hasMoreTokens()) {
            String part = parts.nextToken();
            int stroke = part.indexOf('/');
            try {
                if (stroke >= 0) {
                    spans.add(new Span(
                            day(part.substring(0, stroke), Integer.MIN_VALUE),
                            day(part.substring(stroke + 1), Integer.MAX_VALUE)));
                } else if (!part.isBlank()) {
                    return Optional.empty();
                }
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
        return Optional.of(new Spans(spans));
    }

    private static int day(String text, int open) {
        return text.isBlank() ? open : (int) LocalDate.parse(text.strip()).toEpochDay();
    }
}
