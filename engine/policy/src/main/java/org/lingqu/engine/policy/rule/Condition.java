package org.lingqu.engine.policy.rule;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lingqu.engine.policy.fact.FactRef;

/** Something true, false or unknown; combined by Kleene's rules, so an unknown part matters only where it could decide. */
public sealed interface Condition extends Term {

    record Constant(Truth value) implements Condition {}

    /** Unknown where a side is. */
    record Compare(NumberTerm left, Comparison comparison, NumberTerm right) implements Condition {}

    /** A range against a number: settled when both ends agree. The comparison is one of order. */
    record CompareRange(RangeTerm range, Comparison comparison, NumberTerm bound) implements Condition {
        /** @throws IllegalArgumentException if the comparison is = or != */
        public CompareRange {
            if (!comparison.isOrder()) {
                throw new IllegalArgumentException("A range has an order only, got " + comparison.sign());
            }
        }

        /** What the certain end says; true or false only if {@link #high()} says the same. */
        public Condition low() {
            return new Compare(range.low(), comparison, bound);
        }

        public Condition high() {
            return new Compare(range.high(), comparison, bound);
        }
    }

    record CompareDates(DateTerm left, Comparison comparison, DateTerm right) implements Condition {}

    /** The value of a yes/no fact. */
    record FactIsTrue(FactRef ref) implements Condition {}

    /** Whether a code fact has one of these values. */
    record CodeIn(FactRef ref, SortedSet<String> codes) implements Condition {
        public CodeIn {
            codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        }
    }

    /** Whether a code fact begins with one of these prefixes. */
    record CodeStartsWith(FactRef ref, SortedSet<String> prefixes) implements Condition {
        public CodeStartsWith {
            prefixes = Collections.unmodifiableSortedSet(new TreeSet<>(prefixes));
        }
    }

    /** Whether a list fact holds one of these codes. */
    record ListHasAny(FactRef ref, SortedSet<String> codes) implements Condition {
        public ListHasAny {
            codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        }
    }

    /** Whether a title is valid on the as-of date; unknown when nothing is held about the title. */
    record HoldsTitle(String title) implements Condition {}

    /** Never unknown: whether the number is known. */
    record IsKnown(NumberTerm term) implements Condition {}

    /**
     * Whether the firm existed in a year, seen from a yearly fact: yes if that year has a value; else no if the founding date
     * (成立日期) is known and lies after that year, yes if it does not; else unknown.
     */
    record YearExists(String fact, int yearsBack) implements Condition {}

    /**
     * What only a person can confirm: unknown until somebody answers; in columns a yes/no column of that name, all missing if
     * there is none.
     */
    record Asked(String item) implements Condition {}

    record Not(Condition condition) implements Condition {}

    /** True of none. */
    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    /** False of none. */
    record Or(List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    /** At least {@code count} of the conditions hold: true with so many true, false when too few are left. */
    record AtLeast(int count, List<Condition> conditions) implements Condition {
        public AtLeast {
            conditions = List.copyOf(conditions);
        }
    }

    /** Unknown where the condition is unknown; the branch not taken does not matter. */
    record If(Condition condition, Condition then, Condition otherwise) implements Condition {}

    /**
     * A condition over a fact that is derived from others: what the computed condition says where it is known, else what the
     * supplied value says; the supplied value first where {@code suppliedFirst}. Unknown where neither is known.
     */
    record Derived(Condition computed, Condition supplied, boolean suppliedFirst) implements Condition {

        public Condition first() {
            return suppliedFirst ? supplied : computed;
        }

        public Condition second() {
            return suppliedFirst ? computed : supplied;
        }
    }

    static Condition and(Condition... conditions) {
        return new And(List.of(conditions));
    }

    static Condition or(Condition... conditions) {
        return new Or(List.of(conditions));
    }
}
