package org.lingqu.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lingqu.registry.TitleSpan;
import org.lingqu.registry.TitleWord;
import org.lingqu.registry.TitlesSaid;

/**
 * The titles of an enterprise as its page tells them: first what there is something to tell of, then what is not held.
 *
 * @param lines held ones first, then those that begin later, what the firm alone says, what of that was not found, and what has run out
 * @param rest of which somebody says that they are not held, by name; a list names every title that it has a column for. Those that
 *     the firm claims are not among them
 */
public record TitleLines(List<Line> lines, List<TitleWord> rest) {

    /** What there is to tell of a span; lines stand in this order. */
    public enum State {
        HELD,
        LATER,
        CLAIMED,
        REFUSED,
        EXPIRED
    }

    /**
     * A span of a title.
     *
     * @param reason why a claim was not found, as the office told the firm; empty for all others
     */
    public record Line(TitleWord word, TitleSpan span, State state, String reason) {}

    public TitleLines {
        lines = List.copyOf(lines);
        rest = List.copyOf(rest);
    }

    /** @param today by which a span is held, later or over */
    static TitleLines of(TitlesSaid said, LocalDate today) {
        var lines = new ArrayList<Line>();
        said.counting()
                .values()
                .forEach(word -> word.spans().forEach(span -> lines.add(new Line(word, span, state(span, today), ""))));
        said.claims()
                .values()
                .forEach(word -> word.spans().forEach(span -> lines.add(new Line(word, span, State.CLAIMED, ""))));
        said.refused()
                .values()
                .forEach(refused -> refused.claim()
                        .spans()
                        .forEach(span -> lines.add(new Line(refused.claim(), span, State.REFUSED, refused.reason()))));
        lines.sort(Comparator.comparing(Line::state)); // stable: titles stay together by name
        return new TitleLines(
                lines,
                said.counting().values().stream()
                        .filter(word -> word.spans().isEmpty())
                        .filter(word -> !said.refused().containsKey(word.title())
                                && !said.claims().containsKey(word.title()))
                        .toList());
    }

    private static State state(TitleSpan span, LocalDate today) {
        if (span.contains(today)) {
            return State.HELD;
        }
        return span.from().isAfter(today) ? State.LATER : State.EXPIRED;
    }

    /** Whether nobody has said anything about any title. */
    public boolean isEmpty() {
        return lines.isEmpty() && rest.isEmpty();
    }
}
