package org.lingqu.registry;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody says about one title.
 *
 * @param spans empty: it is not held
 * @param from with who says so and the day it speaks of
 */
public record TitleWord(String title, List<TitleSpan> spans, Entry from) {

    public TitleWord {
        spans = List.copyOf(spans);
    }

    /** Whether it says that the title is held on a day. */
    public boolean holds(LocalDate day) {
        return spans.stream().anyMatch(span -> span.contains(day));
    }
}
