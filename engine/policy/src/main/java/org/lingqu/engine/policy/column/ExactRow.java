package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Truth;

/** The exact second look: one firm's nodes in rational numbers. Slow, and asked only where doubles are too close to call. */
final class ExactRow {

    private final FirmColumns columns;
    private final int row;

    ExactRow(FirmColumns columns, int row) {
        this.columns = columns;
        this.row = row;
    }

    /** Null when missing. */
    @Nullable Fraction amount(Node.Amount amount) {
        return switch (amount) {
            case Node.Figure(var column) -> figure(column);
            case Node.FigureOrZero(var column, var zeroWhen) -> {
                Fraction figure = figure(column);
                yield figure == null && test(zeroWhen) == Truth.TRUE ? Fraction.ZERO : figure;
            }
            case Node.Literal(var value) -> Fraction.of(value);
            case Node.Nothing nothing -> null;
            case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Node.Floor(var of) -> {
                Fraction value = amount(of);
                yield value == null ? null : new Fraction(value.floor(), BigInteger.ONE);
            }
            case Node.Growth growth -> growth(growth);
            case Node.Year(var day) -> onDay(day, CivilDays::year);
            case Node.MonthsLater(var day, int months) -> onDay(day, value -> CivilDays.monthsLater(value, months));
            case Node.MonthsBetween(var from, var to) -> {
                Fraction end = amount(to);
                yield end == null
                        ? null
                        : onDay(
                                from,
                                value -> CivilDays.monthsBetween(
                                        value, end.floor().intValueExact()));
            }
            case Node.Size(var column) -> {
                Column.Lists lists = columns.lists(column);
                yield Rows.get(lists.valid(), row) ? Fraction.of(lists.ends()[row] - lists.begin(row)) : null;
            }
            case Node.Choice(var when, var then, var otherwise) ->
                switch (test(when)) {
                    case TRUE -> amount(then);
                    case FALSE -> amount(otherwise);
                    case UNKNOWN -> null;
                };
            case Node.Bands(var of, var bands, var below) -> bands(of, bands, below);
            case Node.Filled(var of, var whenMissing) -> {
                Fraction value = amount(of);
                yield value == null ? Fraction.of(whenMissing) : value;
            }
        };
    }

    Truth test(Node.Test test) {
        return switch (test) {
            case Node.Compare(var left, var comparison, var right) -> compare(left, comparison, right);
            case Node.Among(var column, var codes) -> {
                Column.Codes held = columns.codes(column);
                yield Rows.get(held.valid(), row)
                        ? Truth.of(codes.contains(held.dictionary().get(held.values()[row])))
                        : Truth.UNKNOWN;
            }
            case Node.Begins(var column, var prefixes) -> {
                Column.Codes held = columns.codes(column);
                yield Rows.get(held.valid(), row)
                        ? Truth.of(prefixes.stream().anyMatch(held.dictionary().get(held.values()[row])::startsWith))
                        : Truth.UNKNOWN;
            }
            case Node.Includes(var column, var codes) -> includes(columns.lists(column), codes);
            case Node.Covers(var column, int day) -> {
                Column.Spans spans = columns.spans(column);
                yield Rows.get(spans.valid(), row) ? Truth.of(spans.cover(row, day)) : Truth.UNKNOWN;
            }
            case Node.Flag(var column) -> {
                Column.Flags flags = columns.flags(column);
                yield Rows.get(flags.valid(), row) ? Truth.of(Rows.get(flags.values(), row)) : Truth.UNKNOWN;
            }
            case Node.Present(var amount) -> Truth.of(amount(amount) != null);
            case Node.Constant(var truth) -> truth;
            case Node.All(var of) -> of.stream().map(this::test).reduce(Truth.TRUE, Truth::and);
            case Node.Any(var of) -> of.stream().map(this::test).reduce(Truth.FALSE, Truth::or);
            case Node.CountAtLeast(int count, var of) -> countAtLeast(count, of);
            case Node.Not(var of) -> test(of).not();
            case Node.Either(var when, var then, var otherwise) ->
                switch (test(when)) {
                    case TRUE -> test(then);
                    case FALSE -> test(otherwise);
                    case UNKNOWN -> Truth.UNKNOWN;
                };
            case Node.Agreed(var one, var other) -> {
                Truth said = test(one);
                yield said == test(other) ? said : Truth.UNKNOWN;
            }
        };
    }

    private @Nullable Fraction figure(String column) {
        Column.Figures figures = columns.figures(column);
        return Rows.get(figures.valid(), row)
                ? Fraction.of(BigDecimal.valueOf((long) figures.values()[row], figures.scale()))
                : null;
    }

    private @Nullable Fraction onDay(Node.Amount day, java.util.function.IntUnaryOperator operation) {
        Fraction value = amount(day);
        return value == null
                ? null
                : Fraction.of(operation.applyAsInt(value.floor().intValueExact()));
    }

    private @Nullable Fraction arithmetic(Node.Arithmetic arithmetic) {
        Fraction left = amount(arithmetic.left());
        Fraction right = amount(arithmetic.right());
        if (left == null || right == null) {
            return null;
        }
        return switch (arithmetic.operator()) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case DIVIDED_BY -> right.signum() == 0 ? null : left.dividedBy(right);
            case LEAST -> left.compareTo(right) <= 0 ? left : right;
            case GREATEST -> left.compareTo(right) >= 0 ? left : right;
        };
    }

    private @Nullable Fraction growth(Node.Growth growth) {
        Fraction ratio = ratio(growth);
        if (ratio == null || growth.intervals() == 1) {
            return ratio == null ? null : ratio.minus(Fraction.of(1));
        }
        return Fraction.of(Roots.root(ratio, growth.intervals()).subtract(BigDecimal.ONE, MathContext.DECIMAL128));
    }

    private @Nullable Fraction ratio(Node.Growth growth) {
        Fraction last = amount(growth.last());
        Fraction base = amount(growth.base());
        return last == null || base == null || base.signum() <= 0 || last.signum() < 0 ? null : last.dividedBy(base);
    }

    private @Nullable Fraction bands(Node.Amount of, List<Node.Band> bands, BigDecimal below) {
        for (Node.Band band : bands) {
            Truth reached = compare(
                    of, band.inclusive() ? Comparison.AT_LEAST : Comparison.GREATER, new Node.Literal(band.from()));
            if (reached == Truth.UNKNOWN) {
                return null;
            }
            if (reached == Truth.TRUE) {
                return Fraction.of(band.points());
            }
        }
        return amount(of) == null ? null : Fraction.of(below);
    }

    private Truth compare(Node.Amount left, Comparison comparison, Node.Amount right) {
        if (left instanceof Node.Growth growth) {
            return compareGrowth(growth, comparison, right);
        }
        if (right instanceof Node.Growth growth) {
            return compareGrowth(growth, comparison.mirrored(), left);
        }
        Fraction one = amount(left);
        Fraction other = amount(right);
        return one == null || other == null ? Truth.UNKNOWN : Truth.of(comparison.accepts(one.compareTo(other)));
    }

    /** Without a root: {@code (last / base)} against {@code (1 + g)^intervals}. */
    private Truth compareGrowth(Node.Growth growth, Comparison comparison, Node.Amount right) {
        Fraction ratio = ratio(growth);
        Fraction other = right instanceof Node.Growth ? null : amount(right);
        if (right instanceof Node.Growth against) {
            Fraction second = ratio(against);
            return ratio == null || second == null
                    ? Truth.UNKNOWN
                    : Truth.of(comparison.accepts(
                            ratio.power(against.intervals()).compareTo(second.power(growth.intervals()))));
        }
        if (ratio == null || other == null) {
            return Truth.UNKNOWN;
        }
        Fraction factor = other.plus(Fraction.of(1));
        int order = factor.signum() < 0 ? 1 : ratio.compareTo(factor.power(growth.intervals()));
        return Truth.of(comparison.accepts(order));
    }

    private Truth includes(Column.Lists lists, java.util.Set<String> codes) {
        if (!Rows.get(lists.valid(), row)) {
            return Truth.UNKNOWN;
        }
        for (int i = lists.begin(row); i < lists.ends()[row]; i++) {
            if (codes.contains(lists.dictionary().get(lists.values()[i]))) {
                return Truth.TRUE;
            }
        }
        return Truth.FALSE;
    }

    private Truth countAtLeast(int count, List<Node.Test> of) {
        int met = 0;
        int open = 0;
        for (Node.Test one : of) {
            Truth said = test(one);
            met += said == Truth.TRUE ? 1 : 0;
            open += said == Truth.UNKNOWN ? 1 : 0;
        }
        return met >= count ? Truth.TRUE : met + open < count ? Truth.FALSE : Truth.UNKNOWN;
    }
}
