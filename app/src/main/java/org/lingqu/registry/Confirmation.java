package org.lingqu.registry;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 人工确认: what counts of an item that only people can settle, with who said it, when and why.
 *
 * @param item as policies know it: {@code cn/high-tech#field}
 * @param yes the answer to a question; null where points were given
 * @param points of a judged item; null where a question was answered
 * @param from with the person, the day it speaks of and the note
 */
public record Confirmation(
        String item, @Nullable Boolean yes, @Nullable BigDecimal points, Entry from) {

    /** What counts of what was said about one enterprise, by item: what was said last. */
    public static SortedMap<String, Confirmation> of(List<Entry> entries) {
        var counting = new TreeMap<String, Confirmation>();
        for (Entry entry :
                entries.stream().filter(Entry::counts).sorted(Precedence.LATEST).toList()) {
            entry.said()
                    .answers()
                    .forEach((item, yes) -> counting.putIfAbsent(item, new Confirmation(item, yes, null, entry)));
            entry.said()
                    .points()
                    .forEach((item, points) -> counting.putIfAbsent(item, new Confirmation(item, null, points, entry)));
        }
        return counting;
    }
}
