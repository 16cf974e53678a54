package org.lingqu.engine.policy.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is held about one firm: values by fact and year, titles, and what people have confirmed or judged.
 * Immutable; what is not in here is missing, which is neither zero nor false.
 */
public final class FirmFacts {

    private final Map<String, SequencedMap<Integer, HeldValue>> values;
    private final Map<String, List<TitleHeld>> titles;
    private final Map<String, Boolean> answers;
    private final Map<String, BigDecimal> judgements;

    private FirmFacts(Builder from) {
        var copy = new HashMap<String, SequencedMap<Integer, HeldValue>>();
        from.values.forEach(
                (fact, years) -> copy.put(fact, Collections.unmodifiableSequencedMap(new TreeMap<>(years))));
        values = Collections.unmodifiableMap(copy);
        var held = new TreeMap<String, List<TitleHeld>>();
        from.titles.forEach((title, spans) -> held.put(title, List.copyOf(spans)));
        titles = Collections.unmodifiableMap(held);
        answers = Collections.unmodifiableMap(new TreeMap<>(from.answers));
        judgements = Collections.unmodifiableMap(new TreeMap<>(from.judgements));
    }

    /** Starts with nothing held. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is held here. */
    public Builder toBuilder() {
        var builder = new Builder();
        values.forEach((fact, years) -> builder.values.put(fact, new TreeMap<>(years)));
        titles.forEach((title, spans) -> builder.titles.put(title, new ArrayList<>(spans)));
        builder.answers.putAll(answers);
        builder.judgements.putAll(judgements);
        return builder;
    }

    /** The value meant on a date, or null when it is not held. */
    public @Nullable HeldValue get(FactRef ref, LocalDate asOf) {
        return get(ref.fact(), ref.isYearly() ? ref.year(asOf) : FactRef.NO_YEAR);
    }

    /** @param year a calendar year, or {@link FactRef#NO_YEAR} */
    public @Nullable HeldValue get(String fact, int year) {
        SequencedMap<Integer, HeldValue> years = values.get(fact);
        return years == null ? null : years.get(year);
    }

    /** Whether a title is valid on a day: yes, no, or null when nothing is held about that title. */
    public @Nullable Boolean holds(String title, LocalDate day) {
        List<TitleHeld> spans = titles.get(title);
        return spans == null ? null : spans.stream().anyMatch(span -> span.validOn(day));
    }

    /** What a person answered to a manual item, or null when nobody has. */
    public @Nullable Boolean answer(String item) {
        return answers.get(item);
    }

    /** The points that experts gave to a judged item, or null when they have not. */
    public @Nullable BigDecimal judgement(String item) {
        return judgements.get(item);
    }

    /** Values by fact name, then by year ({@link FactRef#NO_YEAR} for facts without years). */
    public Map<String, SequencedMap<Integer, HeldValue>> values() {
        return values;
    }

    /** Titles by name; an empty list says that the firm is known never to have held it. */
    public Map<String, List<TitleHeld>> titles() {
        return titles;
    }

    public Map<String, Boolean> answers() {
        return answers;
    }

    public Map<String, BigDecimal> judgements() {
        return judgements;
    }

    /** Collects what is held. */
    public static final class Builder {

        private final Map<String, TreeMap<Integer, HeldValue>> values = new HashMap<>();
        private final Map<String, List<TitleHeld>> titles = new HashMap<>();
        private final Map<String, Boolean> answers = new HashMap<>();
        private final Map<String, BigDecimal> judgements = new HashMap<>();

        private Builder() {}

        /** @param year a calendar year, or {@link FactRef#NO_YEAR} */
        public Builder put(String fact, int year, FactValue value, String source) {
            values.computeIfAbsent(fact, name -> new TreeMap<>()).put(year, new HeldValue(value, source));
            return this;
        }

        /** Holds a fact that has no years. */
        public Builder put(String fact, FactValue value, String source) {
            return put(fact, FactRef.NO_YEAR, value, source);
        }

        /** Makes a value missing again. */
        public Builder remove(String fact, int year) {
            TreeMap<Integer, HeldValue> years = values.get(fact);
            if (years != null) {
                years.remove(year);
            }
            return this;
        }

        public Builder title(TitleHeld held) {
            titles.computeIfAbsent(held.title(), name -> new ArrayList<>()).add(held);
            return this;
        }

        /** States that the firm has not held a title, or that all spans are in; without it the title is unknown. */
        public Builder titleKnown(String title) {
            titles.computeIfAbsent(title, name -> new ArrayList<>());
            return this;
        }

        /** Forgets everything about a title. */
        public Builder titleUnknown(String title) {
            titles.remove(title);
            return this;
        }

        /** The years for which a fact has a value so far. */
        public Set<Integer> years(String fact) {
            TreeMap<Integer, HeldValue> years = values.get(fact);
            return years == null ? Set.of() : Set.copyOf(years.keySet());
        }

        public Builder unanswered(String item) {
            answers.remove(item);
            return this;
        }

        public Builder answer(String item, boolean yes) {
            answers.put(item, yes);
            return this;
        }

        public Builder judgement(String item, BigDecimal points) {
            judgements.put(item, points);
            return this;
        }

        public Builder unjudged(String item) {
            judgements.remove(item);
            return this;
        }

        public FirmFacts build() {
            return new FirmFacts(this);
        }
    }
}
