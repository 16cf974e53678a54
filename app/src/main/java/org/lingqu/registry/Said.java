package org.lingqu.registry;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Firm;

/**
 * What one source said about one enterprise at one time. What is not in here was not said, which is neither zero nor no.
 *
 * @param name null when not said
 * @param code 统一社会信用代码, checked; null when not said
 * @param values by fact and year
 * @param withdrawn values that the source had given before and no longer stands by
 * @param titles by name; an empty list says that the title is not held
 * @param answers to questions that only people can answer, by item
 * @param points that experts gave to judged items, by item
 * @param refused titles that the enterprise claims and an office has looked at and not found; the note of the entry says why
 * @param reopened items of which nobody shall have said anything any more: answers and points given before do not count
 */
public record Said(
        @Nullable String name,
        @Nullable String code,
        SortedMap<FactYear, FactValue> values,
        SortedSet<FactYear> withdrawn,
        SortedMap<String, List<TitleSpan>> titles,
        SortedMap<String, Boolean> answers,
        SortedMap<String, BigDecimal> points,
        SortedSet<String> refused,
        SortedSet<String> reopened) {

    public Said {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        withdrawn = Collections.unmodifiableSortedSet(new TreeSet<>(withdrawn));
        var spans = new TreeMap<String, List<TitleSpan>>();
        titles.forEach((title, held) -> spans.put(title, List.copyOf(held)));
        titles = Collections.unmodifiableSortedMap(spans);
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
        refused = Collections.unmodifiableSortedSet(new TreeSet<>(refused));
        reopened = Collections.unmodifiableSortedSet(new TreeSet<>(reopened));
    }

    /** Where no claim is refused and no item taken back. */
    public Said(
            @Nullable String name,
            @Nullable String code,
            SortedMap<FactYear, FactValue> values,
            SortedSet<FactYear> withdrawn,
            SortedMap<String, List<TitleSpan>> titles,
            SortedMap<String, Boolean> answers,
            SortedMap<String, BigDecimal> points) {
        this(name, code, values, withdrawn, titles, answers, points, new TreeSet<>(), new TreeSet<>());
    }

    /** That an item is not settled any more, only. */
    public static Said reopened(String item) {
        return new Said(
                null,
                null,
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(List.of(item)));
    }

    /** That the enterprise's claim of a title was looked at and not found, and what an office says of the title instead. */
    public static Said refused(String title, List<TitleSpan> spans) {
        return new Said(
                null,
                null,
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(Map.of(title, spans)),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(List.of(title)),
                new TreeSet<>());
    }

    /** Values only. */
    public static Said values(Map<FactYear, FactValue> values) {
        return of(null, null, values, Map.of(), Map.of(), Map.of());
    }

    /** Values that a source no longer stands by, only. */
    public static Said withdrawn(FactYear... keys) {
        return new Said(
                null,
                null,
                new TreeMap<>(),
                new TreeSet<>(List.of(keys)),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** Titles only; an empty list says that the title is not held. */
    public static Said titles(Map<String, List<TitleSpan>> titles) {
        return of(null, null, Map.of(), titles, Map.of(), Map.of());
    }

    /** Everything but what is withdrawn. */
    public static Said of(
            @Nullable String name,
            @Nullable String code,
            Map<FactYear, FactValue> values,
            Map<String, List<TitleSpan>> titles,
            Map<String, Boolean> answers,
            Map<String, BigDecimal> points) {
        return new Said(
                name,
                code,
                new TreeMap<>(values),
                new TreeSet<>(),
                new TreeMap<>(titles),
                new TreeMap<>(answers),
                new TreeMap<>(points));
    }

    /**
     * What a row of a list says.
     *
     * @param firm as it was read; its id is the code or, without one, the name
     */
    public static Said of(Firm firm) {
        var values = new TreeMap<FactYear, FactValue>();
        firm.facts()
                .values()
                .forEach((fact, years) ->
                        years.forEach((year, held) -> values.put(new FactYear(fact, year), held.value())));
        var titles = new TreeMap<String, List<TitleSpan>>();
        firm.facts()
                .titles()
                .forEach((title, spans) -> titles.put(
                        title,
                        spans.stream()
                                .map(span -> new TitleSpan(span.from(), span.to()))
                                .toList()));
        return of(
                firm.name(),
                firm.id().equals(firm.name()) ? null : firm.id(),
                values,
                titles,
                firm.facts().answers(),
                firm.facts().judgements());
    }

    /** Whether nothing was said. */
    public boolean isEmpty() {
        return name == null
                && code == null
                && values.isEmpty()
                && withdrawn.isEmpty()
                && titles.isEmpty()
                && answers.isEmpty()
                && points.isEmpty()
                && reopened.isEmpty();
    }

    /** How many things were said, who it is among them. */
    public int told() {
        return size() + (name == null ? 0 : 1) + (code == null ? 0 : 1);
    }

    /** How many things were said beside who it is. */
    public int size() {
        return values.size() + withdrawn.size() + titles.size() + answers.size() + points.size() + reopened.size();
    }
}
