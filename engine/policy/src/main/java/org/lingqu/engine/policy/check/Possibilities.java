package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Truth;

/**
 * Whether a condition can be true and can be false at all. The numbers and facts that it tests are tried, each by itself, on
 * and around every border; so "never" is certain, while "can" may be said of what other rules make impossible.
 */
final class Possibilities {

    /** More combinations than this are not tried; such a condition is taken to be sound. */
    private static final int MOST = 50_000;

    private final Facts facts;

    Possibilities(Facts facts) {
        this.facts = facts;
    }

    record Found(boolean canBeTrue, boolean canBeFalse) {
        static final Found BOTH = new Found(true, true);
    }

    /** Something a condition depends on, with the values that make a difference; a value is its index. */
    private static final class Subject {
        private final TreeSet<BigDecimal> borders = new TreeSet<>();
        private final TreeSet<String> words = new TreeSet<>();
        private List<Object> values = List.of();
        private int index;

        Object value() {
            return values.get(index);
        }
    }

    Found of(Condition condition) {
        Map<Object, Subject> subjects = new LinkedHashMap<>();
        collect(condition, subjects);
        long combinations = 1;
        for (Map.Entry<Object, Subject> entry : subjects.entrySet()) {
            entry.getValue().values = values(entry.getKey(), entry.getValue());
            combinations *= entry.getValue().values.size();
            if (combinations > MOST) {
                return Found.BOTH;
            }
        }
        return tried(condition, subjects);
    }

    private static Found tried(Condition condition, Map<Object, Subject> subjects) {
        boolean canBeTrue = false;
        boolean canBeFalse = false;
        List<Subject> all = new ArrayList<>(subjects.values());
        boolean more = true;
        while (more && !(canBeTrue && canBeFalse)) {
            Truth truth = truth(condition, subjects);
            canBeTrue |= truth != Truth.FALSE;
            canBeFalse |= truth != Truth.TRUE;
            more = advance(all);
        }
        return new Found(canBeTrue, canBeFalse);
    }

    private static boolean advance(List<Subject> subjects) {
        for (Subject subject : subjects) {
            if (++subject.index < subject.values.size()) {
                return true;
            }
            subject.index = 0;
        }
        return false;
    }

    private static Subject at(Map<Object, Subject> subjects, Object key) {
        return subjects.computeIfAbsent(key, k -> new Subject());
    }

    private static void collect(Condition condition, Map<Object, Subject> into) {
        switch (condition) {
            case Condition.Compare compare -> {
                if (compare.right() instanceof NumberTerm.Literal literal
                        && !(compare.left() instanceof NumberTerm.Literal)) {
                    at(into, compare.left()).borders.add(literal.value());
                } else if (!(compare.left() instanceof NumberTerm.Literal)) {
                    at(into, condition);
                }
            }
            case Condition.CompareRange range -> at(into, range);
            case Condition.CompareDates dates -> at(into, dates);
            case Condition.CodeIn in -> at(into, in.ref()).words.addAll(in.codes());
            case Condition.CodeStartsWith starts -> at(into, starts.ref()).words.addAll(starts.prefixes());
            case Condition.Not not -> collect(not.condition(), into);
            case Condition.And and -> and.conditions().forEach(part -> collect(part, into));
            case Condition.Or or -> or.conditions().forEach(part -> collect(part, into));
            case Condition.AtLeast least -> least.conditions().forEach(part -> collect(part, into));
            case Condition.If choice -> {
                collect(choice.condition(), into);
                collect(choice.then(), into);
                collect(choice.otherwise(), into);
            }
            case Condition.Derived derived ->
                collect(derived.supplied(), into); // any value that can be derived can be supplied
            case Condition.Constant constant -> {}
            default -> at(into, condition);
        }
    }

    private List<Object> values(Object key, Subject subject) {
        if (key instanceof NumberTerm number) {
            return numbers(number, subject.borders);
        }
        if (key instanceof Condition.CompareRange range && range.bound() instanceof NumberTerm.Literal bound) {
            return scores(range, bound.value());
        }
        if (key instanceof Condition) {
            return List.of(Truth.TRUE, Truth.FALSE);
        }
        List<Object> words = new ArrayList<>(subject.words);
        words.add("\uFFFF"); // none of them
        return words;
    }

    /** A total lies between the least and the most that its lines can give. */
    private static List<Object> scores(Condition.CompareRange test, BigDecimal bound) {
        Truth least = accepts(test.comparison(), ScoreEnds.least(test.range()), bound);
        Truth most = accepts(test.comparison(), ScoreEnds.most(test.range()), bound);
        return least == most ? List.of(least) : List.of(Truth.TRUE, Truth.FALSE);
    }

    private List<Object> numbers(NumberTerm number, NavigableSet<BigDecimal> borders) {
        if (number instanceof NumberTerm.Steps) {
            // handled as any number; its values are few but its subject is another matter
            return around(borders, Optional.empty());
        }
        return around(borders, new Bounds(facts).least(number));
    }

    private static List<Object> around(NavigableSet<BigDecimal> borders, Optional<BigDecimal> least) {
        TreeSet<BigDecimal> values = new TreeSet<>();
        BigDecimal before = null;
        for (BigDecimal border : borders) {
            values.add(border);
            values.add(
                    before == null
                            ? border.subtract(BigDecimal.ONE)
                            : before.add(border).divide(BigDecimal.TWO));
            before = border;
        }
        values.add(borders.last().add(BigDecimal.ONE));
        least.ifPresent(low -> {
            values.removeIf(value -> value.compareTo(low) < 0);
            values.add(low);
        });
        return new ArrayList<>(values);
    }

    private static Truth truth(Condition condition, Map<Object, Subject> subjects) {
        return switch (condition) {
            case Condition.Constant constant -> constant.value();
            case Condition.Compare compare -> compare(compare, subjects);
            case Condition.CodeIn in -> Truth.of(in.codes().contains(word(in.ref(), subjects)));
            case Condition.CodeStartsWith starts ->
                Truth.of(starts.prefixes().stream().anyMatch(word(starts.ref(), subjects)::startsWith));
            case Condition.Derived derived -> truth(derived.supplied(), subjects);
            case Condition.Not not -> truth(not.condition(), subjects).not();
            case Condition.And and ->
                and.conditions().stream().map(part -> truth(part, subjects)).reduce(Truth.TRUE, Truth::and);
            case Condition.Or or ->
                or.conditions().stream().map(part -> truth(part, subjects)).reduce(Truth.FALSE, Truth::or);
            case Condition.AtLeast least ->
                Truth.of(least.conditions().stream()
                                .filter(part -> truth(part, subjects) != Truth.FALSE)
                                .count()
                        >= least.count());
            case Condition.If choice ->
                truth(choice.condition(), subjects) == Truth.TRUE
                        ? truth(choice.then(), subjects)
                        : truth(choice.otherwise(), subjects);
            default -> (Truth) at(subjects, condition).value();
        };
    }

    private static String word(Object key, Map<Object, Subject> subjects) {
        return (String) at(subjects, key).value();
    }

    private static Truth compare(Condition.Compare compare, Map<Object, Subject> subjects) {
        if (compare.right() instanceof NumberTerm.Literal right) {
            BigDecimal left = compare.left() instanceof NumberTerm.Literal literal
                    ? literal.value()
                    : (BigDecimal) at(subjects, compare.left()).value();
            return accepts(compare.comparison(), left, right.value());
        }
        return compare.left().equals(compare.right())
                ? Truth.of(compare.comparison().accepts(0))
                : (Truth) at(subjects, compare).value();
    }

    private static Truth accepts(Comparison comparison, BigDecimal left, BigDecimal right) {
        return Truth.of(comparison.accepts(left.compareTo(right)));
    }
}
