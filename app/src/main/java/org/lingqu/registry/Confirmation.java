package org.lingqu.registry;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /** What counts of what was said about one enterprise, by item: what was said last and not taken back since. */
    public static SortedMap<String, Confirmation> of(List<Entry> entries) {
        var counting = new TreeMap<String, Confirmation>();
        var reopened = new HashSet<String>();
        for (Entry entry :
                entries.stream().filter(Entry::counts).sorted(Precedence.LATEST).toList()) {
            given(entry)
                    .filter(each -> !reopened.contains(each.item()))
                    .forEach(each -> counting.putIfAbsent(each.item(), each));
            reopened.addAll(entry.said().reopened());
        }
        return counting;
    }

    private static Stream<Confirmation> given(Entry entry) {
        return Stream.concat(
                entry.said().answers().entrySet().stream()
                        .map(each -> new Confirmation(each.getKey(), each.getValue(), null, entry)),
                entry.said().points().entrySet().stream()
                        .map(each -> new Confirmation(each.getKey(), null, each.getValue(), entry)));
    }
}
