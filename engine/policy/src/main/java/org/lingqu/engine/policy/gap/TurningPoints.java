package org.lingqu.engine.policy.gap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.decision.Reads;
import org.lingqu.engine.policy.decision.Span;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Terms;

/**
 * The values of one figure at which a tree may change its mind, all else as it is: between two of them it says the same
 * everywhere, so that trying next to them finds the nearest value that helps. Figures are followed as {@link Line}s; where one
 * is no such line (a product of the figure with itself) nothing is said.
 */
final class TurningPoints {

    private static final int MOST_LINES = 16;

    private final Evaluation evaluation;
    private final Reads reads;
    private final int place;
    private final @Nullable Rational now;
    private final NavigableSet<Rational> points = new TreeSet<>();
    private boolean complete = true;

    private TurningPoints(Evaluation evaluation, Reads reads, FactRef moved) {
        this.evaluation = evaluation;
        this.reads = reads;
        this.place = reads.place(moved);
        this.now = evaluation.number(new NumberTerm.FactNumber(moved));
    }

    /** How a number depends on the figure. */
    private sealed interface Shape {

        /** One of these lines; which one changes at turning points only. */
        record Lines(List<Line> lines) implements Shape {}

        /** The same, or unknown, between two turning points. */
        record Stepped() implements Shape {}

        /** Unknown everywhere. */
        record Unknown() implements Shape {}

        /** In a way that is not followed. */
        record Other() implements Shape {}
    }

    private static final Shape STEPPED = new Shape.Stepped();
    private static final Shape UNKNOWN = new Shape.Unknown();
    private static final Shape OTHER = new Shape.Other();

    /** All turning points; null if they cannot be told. The figure is held. */
    static @Nullable NavigableSet<Rational> of(Condition condition, State state, FactRef moved) {
        NavigableSet<Rational> today = of(condition, state.now(), state.reads(), moved);
        NavigableSet<Rational> later =
                state.later() == null || moved.isYearly() ? today : of(condition, state.later(), state.reads(), moved);
        if (today == null || later == null) {
            return null;
        }
        today.addAll(later);
        return today;
    }

    private static @Nullable NavigableSet<Rational> of(
            Condition condition, Evaluation evaluation, Reads reads, FactRef moved) {
        var search = new TurningPoints(evaluation, reads, moved);
        search.condition(condition);
        return search.complete ? search.points : null;
    }

    /** Those of the points of a range, and where they pass a bound. */
    static @Nullable NavigableSet<Rational> of(RangeTerm range, Rational bound, State state, FactRef moved) {
        var search = new TurningPoints(state.now(), state.reads(), moved);
        search.meet(search.range(range), new Shape.Lines(List.of(Line.constant(bound))));
        return search.complete ? search.points : null;
    }

    private void condition(Condition condition) {
        if (!reads.at(condition, place)) {
            return;
        }
        switch (condition) {
            case Condition.Compare(var left, var comparison, var right) -> compare(left, right);
            case Condition.CompareRange(var range, var comparison, var bound) -> meet(range(range), number(bound));
            case Condition.IsKnown(var term) -> complete &= !(number(term) instanceof Shape.Other);
            default ->
                Terms.children(condition).forEach(part -> {
                    if (part instanceof Condition inner) {
                        condition(inner);
                    }
                });
        }
    }

    private void compare(NumberTerm left, NumberTerm right) {
        if (left instanceof NumberTerm.CompoundGrowth && !reads.at(right, place)) {
            bounded(left, evaluation.number(right));
        } else if (right instanceof NumberTerm.CompoundGrowth && !reads.at(left, place)) {
            bounded(right, evaluation.number(left));
        } else {
            meet(number(left), number(right));
        }
    }

    private void bounded(NumberTerm subject, @Nullable Rational bound) {
        if (subject instanceof NumberTerm.CompoundGrowth growth) {
            growth(growth, bound);
        } else {
            meet(number(subject), constant(bound));
        }
    }

    /** Growth passes a bound where the last value passes {@code base × (1 + bound)^intervals}. */
    private void growth(NumberTerm.CompoundGrowth growth, @Nullable Rational bound) {
        Shape last = number(growth.last());
        Shape base = number(growth.base());
        Shape zero = new Shape.Lines(List.of(Line.constant(Rational.ZERO)));
        meet(last, zero);
        meet(base, zero);
        if (bound != null) {
            Rational factor = bound.plus(Rational.ONE).power(growth.intervals());
            meet(last, combined(base, new Shape.Lines(List.of(Line.constant(factor))), Line::times));
        }
    }

    /** Where two numbers meet. */
    private void meet(Shape one, Shape other) {
        if (one instanceof Shape.Lines(var lines) && other instanceof Shape.Lines(var others)) {
            lines.forEach(line -> others.forEach(against -> meet(line, against)));
        } else if (!(one instanceof Shape.Unknown || other instanceof Shape.Unknown)) {
            complete &= isSettled(one) && isSettled(other);
        }
    }

    private static boolean isSettled(Shape shape) {
        return switch (shape) {
            case Shape.Stepped stepped -> true;
            case Shape.Unknown unknown -> true;
            case Shape.Lines(var lines) -> lines.stream().allMatch(Line::isConstant);
            case Shape.Other other -> false;
        };
    }

    /** Where (a x + b)(c' x + d') equals (a' x + b')(c x + d). */
    private void meet(Line one, Line other) {
        if (one.isConstant() && other.isConstant()) {
            return;
        }
        if (one.isPlain() && other.isPlain()) {
            cross(one.a().minus(other.a()), one.b().minus(other.b()));
            return;
        }
        Rational square = one.a().times(other.c()).minus(other.a().times(one.c()));
        if (square.signum() != 0) {
            complete = false;
            return;
        }
        Rational slope = one.a()
                .times(other.d())
                .plus(one.b().times(other.c()))
                .minus(other.a().times(one.d()))
                .minus(other.b().times(one.c()));
        cross(slope, one.b().times(other.d()).minus(other.b().times(one.d())));
    }

    private void cross(Rational slope, Rational rest) {
        if (slope.signum() != 0) {
            points.add(Rational.ZERO.minus(rest).over(slope));
        }
    }

    private interface Operation {
        @Nullable Line apply(Line left, Line right);
    }

    private static Shape combined(Shape left, Shape right, Operation operation) {
        if (left instanceof Shape.Lines(var lines) && right instanceof Shape.Lines(var others)) {
            if (lines.size() * others.size() > MOST_LINES && isSettled(left) && isSettled(right)) {
                return STEPPED; // steps added to steps: the values do not matter, only where they change
            }
            List<Line> all = new ArrayList<>();
            for (Line line : lines) {
                for (Line other : others) {
                    Line result = operation.apply(line, other);
                    if (result == null) {
                        return OTHER;
                    }
                    all.add(result);
                }
            }
            return lines(all);
        }
        if (left instanceof Shape.Unknown || right instanceof Shape.Unknown) {
            return UNKNOWN;
        }
        return isSettled(left) && isSettled(right) ? STEPPED : OTHER;
    }

    /** Lines that are equal are sorted out where there would be too many; many constants are steps, whatever their values. */
    private static Shape lines(List<Line> lines) {
        if (lines.size() <= MOST_LINES) {
            return new Shape.Lines(lines);
        }
        List<Line> different = List.copyOf(new LinkedHashSet<>(lines));
        if (different.size() <= MOST_LINES) {
            return new Shape.Lines(different);
        }
        return different.stream().allMatch(Line::isConstant) ? STEPPED : OTHER;
    }

    private static Shape either(Shape one, Shape other) {
        if (one instanceof Shape.Unknown) {
            return other;
        }
        if (other instanceof Shape.Unknown) {
            return one;
        }
        if (one instanceof Shape.Lines(var lines) && other instanceof Shape.Lines(var others)) {
            List<Line> all = new ArrayList<>(lines);
            all.addAll(others);
            return lines(all);
        }
        return isSettled(one) && isSettled(other) ? STEPPED : OTHER;
    }

    private static Shape constant(@Nullable Rational value) {
        return value == null ? UNKNOWN : new Shape.Lines(List.of(Line.constant(value)));
    }

    private Shape number(NumberTerm term) {
        if (!reads.at(term, place)) {
            return constant(evaluation.number(term));
        }
        return switch (term) {
            case NumberTerm.FactNumber fact -> new Shape.Lines(List.of(Line.X));
            case NumberTerm.YearSum sum -> {
                Rational whole = evaluation.number(sum);
                Line line = whole == null || now == null ? null : Line.X.plus(Line.constant(whole.minus(now)));
                yield line == null ? UNKNOWN : new Shape.Lines(List.of(line));
            }
            case NumberTerm.Add(var left, var right) -> combined(number(left), number(right), Line::plus);
            case NumberTerm.Subtract(var left, var right) ->
                combined(number(left), number(right), (a, b) -> a.plus(b.negated()));
            case NumberTerm.Multiply(var left, var right) -> combined(number(left), number(right), Line::times);
            case NumberTerm.Divide(var left, var right) -> quotient(number(left), number(right));
            case NumberTerm.Min(var terms) -> extreme(terms);
            case NumberTerm.Max(var terms) -> extreme(terms);
            case NumberTerm.Choose(var when, var then, var otherwise) -> {
                condition(when);
                yield either(number(then), number(otherwise));
            }
            case NumberTerm.Steps steps -> {
                for (NumberTerm.Step step : steps.steps()) {
                    bounded(steps.subject(), Rational.of(step.bound()));
                }
                yield lines(Stream.concat(
                                Stream.of(steps.lowest()),
                                steps.steps().stream().map(NumberTerm.Step::value))
                        .map(value -> Line.constant(Rational.of(value)))
                        .toList());
            }
            case NumberTerm.Fallback(var of, var whenUnknown) -> either(number(of), constant(Rational.of(whenUnknown)));
            case NumberTerm.YearCount count -> constant(evaluation.number(count)); // the year has a value, whichever
            case NumberTerm.Floor floor -> isSettled(number(floor.term())) ? STEPPED : OTHER;
            case NumberTerm.CompoundGrowth growth -> OTHER;
            case NumberTerm.DaysBetween days -> STEPPED;
            case NumberTerm.MonthsBetween months -> STEPPED;
            case NumberTerm.YearOf year -> STEPPED;
            case NumberTerm.ListSize size -> STEPPED;
            case NumberTerm.Literal(var value) -> constant(Rational.of(value));
            case NumberTerm.Unset unset -> UNKNOWN;
            case NumberTerm.Judged judged -> STEPPED;
        };
    }

    private Shape quotient(Shape left, Shape right) {
        if (right instanceof Shape.Lines(var divisors)) {
            List<Line> real = new ArrayList<>();
            for (Line divisor : divisors) {
                Rational pole = divisor.zero();
                if (pole != null) {
                    points.add(pole);
                }
                if (!divisor.isZero()) {
                    real.add(divisor);
                }
            }
            return real.isEmpty() ? UNKNOWN : combined(left, new Shape.Lines(real), Line::over);
        }
        return combined(left, right, Line::over);
    }

    private Shape extreme(List<NumberTerm> terms) {
        Shape all = number(terms.getFirst());
        for (NumberTerm term : terms.subList(1, terms.size())) {
            Shape next = number(term);
            meet(all, next);
            all = either(all, next);
        }
        return all;
    }

    private Shape range(RangeTerm range) {
        if (!reads.at(range, place)) {
            Span span = evaluation.range(range);
            return span.isSettled() ? constant(span.low()) : STEPPED;
        }
        return switch (range) {
            case RangeTerm.Points(var points, var least, var most) -> open(number(points), least, most);
            case RangeTerm.Judgement(var item, var from, var to, var least, var most) ->
                either(open(number(from), least, least), open(number(to), most, most));
            case RangeTerm.Sum(var parts) -> {
                Shape sum = constant(Rational.ZERO);
                for (RangeTerm part : parts) {
                    sum = combined(sum, range(part), Line::plus);
                }
                yield sum;
            }
            case RangeTerm.Best(var parts) -> {
                Shape best = range(parts.getFirst());
                for (RangeTerm part : parts.subList(1, parts.size())) {
                    Shape next = range(part);
                    meet(best, next);
                    best = either(best, next);
                }
                yield best;
            }
            case RangeTerm.Cap(var part, var most) -> {
                Shape inner = range(part);
                Shape cap = constant(Rational.of(most));
                meet(inner, cap);
                yield either(inner, cap);
            }
        };
    }

    /** Points that may be unknown. */
    private static Shape open(Shape known, java.math.BigDecimal least, java.math.BigDecimal most) {
        return either(known, either(constant(Rational.of(least)), constant(Rational.of(most))));
    }
}
