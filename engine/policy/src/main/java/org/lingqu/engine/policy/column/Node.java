package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Truth;

/**
 * What a plan computes: a rule reduced to columns and few operations. Nodes are values, so equal expressions of different
 * policies are one node of the plan. Columns are named; a plan is made for columns that exist.
 */
public sealed interface Node {

    /** A number, or a date as days since 1970-01-01; possibly missing. */
    sealed interface Amount extends Node {}

    /** True, false or unknown. */
    sealed interface Test extends Node {}

    /** What a firm has in a column of figures. */
    record Figure(String column) implements Amount {}

    /** What a firm has in a column of figures, and 0 where that is missing and the test holds (a year before the founding). */
    record FigureOrZero(String column, Test zeroWhen) implements Amount {}

    /** The same number for every firm; equal numbers are equal literals whatever their scale. */
    record Literal(BigDecimal value) implements Amount {
        public Literal {
            value = Decimals.plain(value);
        }

        static Literal of(long value) {
            return new Literal(BigDecimal.valueOf(value));
        }
    }

    /** Missing for every firm. */
    record Nothing() implements Amount {}

    /** Arithmetic; missing when a side is missing, and a quotient also when the divisor is 0. */
    record Arithmetic(Operator operator, Amount left, Amount right) implements Amount {}

    /** The four operations, and the smaller and the greater of two. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY,
        LEAST,
        GREATEST
    }

    /** The greatest whole number that is not greater. */
    record Floor(Amount of) implements Amount {}

    /** {@code (last / base)^(1/intervals) - 1}; missing where the base is not above 0 or the last value is below 0. */
    record Growth(Amount last, Amount base, int intervals) implements Amount {}

    /** The year of a day. */
    record Year(Amount day) implements Amount {}

    /** A day moved by months, cut to the last day of the month. */
    record MonthsLater(Amount day, int months) implements Amount {}

    /** Whole months from a day to another, as {@code ChronoUnit.MONTHS} counts them. */
    record MonthsBetween(Amount from, Amount to) implements Amount {}

    /** How many codes a firm has in a list column. */
    record Size(String column) implements Amount {}

    /** One of two amounts; missing while the test is unknown. */
    record Choice(Test when, Amount then, Amount otherwise) implements Amount {}

    /** Points by bands, from the highest border to the lowest; {@code below} is given under all borders. */
    record Bands(Amount of, List<Band> bands, BigDecimal below) implements Amount {
        public Bands {
            bands = List.copyOf(bands);
            below = Decimals.plain(below);
        }
    }

    /** From the border up (the border itself only when inclusive), so many points. */
    record Band(BigDecimal from, boolean inclusive, BigDecimal points) {
        public Band {
            from = Decimals.plain(from);
            points = Decimals.plain(points);
        }
    }

    /** The amount, or a literal where it is missing; so never missing. */
    record Filled(Amount amount, BigDecimal whenMissing) implements Amount {
        public Filled {
            whenMissing = Decimals.plain(whenMissing);
        }
    }

    /** Unknown when a side is missing. */
    record Compare(Amount left, Comparison comparison, Amount right) implements Test {}

    /** Whether the code a firm has in a column is one of these. */
    record Among(String column, Set<String> codes) implements Test {
        public Among {
            codes = Set.copyOf(codes);
        }
    }

    /** Whether the code a firm has in a column begins with one of these. */
    record Begins(String column, Set<String> prefixes) implements Test {
        public Begins {
            prefixes = Set.copyOf(prefixes);
        }
    }

    /** Whether the codes a firm has in a list column include one of these. */
    record Includes(String column, Set<String> codes) implements Test {
        public Includes {
            codes = Set.copyOf(codes);
        }
    }

    /** Whether one of the spans a firm has in a column covers the day, counted from 1970-01-01. */
    record Covers(String column, int day) implements Test {}

    /** A yes/no column. */
    record Flag(String column) implements Test {}

    /** Whether an amount is there at all; never unknown. */
    record Present(Amount amount) implements Test {}

    /** The same answer for every firm. */
    record Constant(Truth truth) implements Test {}

    /** False when one is false, true when all are true. */
    record All(List<Test> of) implements Test {
        public All {
            of = List.copyOf(of);
        }
    }

    /** True when one is true, false when all are false. */
    record Any(List<Test> of) implements Test {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** True when at least {@code count} are true, false when fewer can become true. */
    record CountAtLeast(int count, List<Test> of) implements Test {
        public CountAtLeast {
            of = List.copyOf(of);
        }
    }

    /** Swaps true and false. */
    record Not(Test of) implements Test {}

    /** What one of two tests says; unknown while {@code when} is. */
    record Either(Test when, Test then, Test otherwise) implements Test {}

    /** What both say when they say the same, otherwise unknown. */
    record Agreed(Test one, Test other) implements Test {}
}
