package org.lingqu.engine.policy.rule;

import java.math.BigDecimal;
import java.util.List;
import org.lingqu.engine.policy.fact.FactRef;

/**
 * A number or unknown: money in 元, counts, ratios, days. Unless a node says otherwise it is unknown as soon as one of its
 * parts is. Values are exact (rational numbers) everywhere except where a root is taken outside a comparison.
 */
public sealed interface NumberTerm extends Term {

    /** A literal, kept without trailing zeros so that 0.050 and 0.05 are one node. */
    record Literal(BigDecimal value) implements NumberTerm {
        public Literal {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /** The value of a number fact. */
    record FactNumber(FactRef ref) implements NumberTerm {}

    /**
     * Σ of a yearly fact over years back {@code first..last}, both inclusive (近三年 is 1..3), leaving out years in which the
     * firm did not exist. Means exactly {@link Expansion#of(YearSum)}.
     */
    record YearSum(String fact, int first, int last) implements NumberTerm {}

    /** How many of the years back {@code first..last} the firm existed in, seen from a fact; see {@link Expansion#of(YearCount)}. */
    record YearCount(String fact, int first, int last) implements NumberTerm {}

    /** How many codes a list fact holds. */
    record ListSize(FactRef ref) implements NumberTerm {}

    record Add(NumberTerm left, NumberTerm right) implements NumberTerm {}

    record Subtract(NumberTerm left, NumberTerm right) implements NumberTerm {}

    record Multiply(NumberTerm left, NumberTerm right) implements NumberTerm {}

    /** Unknown where the divisor is 0. */
    record Divide(NumberTerm left, NumberTerm right) implements NumberTerm {}

    /** The smallest; never empty. */
    record Min(List<NumberTerm> terms) implements NumberTerm {
        public Min {
            terms = List.copyOf(terms);
        }
    }

    /** The largest; never empty. */
    record Max(List<NumberTerm> terms) implements NumberTerm {
        public Max {
            terms = List.copyOf(terms);
        }
    }

    /** The largest whole number that is not larger. */
    record Floor(NumberTerm term) implements NumberTerm {}

    /** Unknown where the condition is, even if both branches agree; the branch not taken does not matter. */
    record Choose(Condition condition, NumberTerm then, NumberTerm otherwise) implements NumberTerm {}

    /**
     * A banded table: the value of the first step whose bound the subject reaches, otherwise the lowest value. Unknown only
     * where the subject is.
     *
     * @param steps from the highest bound to the lowest; never empty
     */
    record Steps(NumberTerm subject, List<Step> steps, BigDecimal lowest) implements NumberTerm {
        public Steps {
            steps = List.copyOf(steps);
            lowest = lowest.signum() == 0 ? BigDecimal.ZERO : lowest.stripTrailingZeros();
        }
    }

    /**
     * One step of a table.
     *
     * @param inclusive whether a subject that equals the bound has reached it
     */
    record Step(BigDecimal bound, boolean inclusive, BigDecimal value) {
        public Step {
            bound = bound.signum() == 0 ? BigDecimal.ZERO : bound.stripTrailingZeros();
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /**
     * {@code (last / base)^(1/intervals) − 1}. Unknown where the base is not above 0 or the last value is below 0. Compared
     * with a number g it is exact: last ⋚ base × (1+g)^intervals.
     *
     * @param intervals at least 1
     */
    record CompoundGrowth(NumberTerm last, NumberTerm base, int intervals) implements NumberTerm {}

    /** Whole days from one day to another; negative if the other is earlier. */
    record DaysBetween(DateTerm from, DateTerm to) implements NumberTerm {}

    /** Whole months from one day to another, as {@code ChronoUnit.MONTHS} counts them; whole years are {@code Floor(x / 12)}. */
    record MonthsBetween(DateTerm from, DateTerm to) implements NumberTerm {}

    /** The calendar year of a day. */
    record YearOf(DateTerm date) implements NumberTerm {}

    /** A parameter of the policy whose figure nobody knows yet: always unknown, and no fact of a firm can change that. */
    record Unset(String parameter) implements NumberTerm {}

    /** The points that experts gave to a judged item; in columns a number column of that name, all missing if there is none. */
    record Judged(String item) implements NumberTerm {}

    /** Never unknown: the term where it is known, else the number. Only the ends of a {@link RangeTerm} use it. */
    record Fallback(NumberTerm term, BigDecimal whenUnknown) implements NumberTerm {
        public Fallback {
            whenUnknown = whenUnknown.signum() == 0 ? BigDecimal.ZERO : whenUnknown.stripTrailingZeros();
        }
    }

    static NumberTerm literal(String value) {
        return new Literal(new BigDecimal(value));
    }

    static NumberTerm literal(long value) {
        return new Literal(BigDecimal.valueOf(value));
    }
}
