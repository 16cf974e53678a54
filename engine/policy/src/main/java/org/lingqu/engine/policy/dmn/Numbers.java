package org.lingqu.engine.policy.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Terms;

/** Numbers in FEEL. What may be unknown for other reasons than its parts becomes a decision of its own. */
final class Numbers {

    private static final Expression ZERO = Trees.number(0);

    private final Graph graph;
    private final Dates dates;
    private final Conditions conditions;
    private final Supposition supposition;

    Numbers(Graph graph, Dates dates, Conditions conditions, Supposition supposition) {
        this.graph = graph;
        this.dates = dates;
        this.conditions = conditions;
        this.supposition = supposition;
    }

    Guarded of(NumberTerm term) {
        return switch (term) {
            case NumberTerm.Literal literal -> Guarded.known(Trees.number(literal.value()));
            case NumberTerm.FactNumber fact -> Guarded.named(graph.fact(fact.ref()));
            case NumberTerm.YearSum sum -> years(sum);
            case NumberTerm.YearCount count -> years(count);
            case NumberTerm.ListSize size -> {
                String list = graph.fact(size.ref());
                yield Guarded.of(Trees.call("count", Trees.name(list)), List.of(Guarded.named(list)));
            }
            case NumberTerm.Add add -> both(of(add.left()), of(add.right()), Trees::plus);
            case NumberTerm.Subtract minus -> both(of(minus.left()), of(minus.right()), Trees::minus);
            case NumberTerm.Multiply times -> both(of(times.left()), of(times.right()), Trees::times);
            case NumberTerm.Divide divide -> over(of(divide.left()), of(divide.right()));
            case NumberTerm.Min min -> extreme("min", min.terms());
            case NumberTerm.Max max -> extreme("max", max.terms());
            case NumberTerm.Floor floor -> {
                Guarded part = of(floor.term());
                yield Guarded.of(Trees.call("floor", part.value()), List.of(part));
            }
            case NumberTerm.Choose choose -> choose(choose);
            case NumberTerm.Steps steps -> steps(steps);
            case NumberTerm.CompoundGrowth growth -> growth(growth);
            case NumberTerm.DaysBetween days ->
                both(
                        dates.of(days.from()),
                        dates.of(days.to()),
                        (from, to) -> Trees.path(Trees.minus(to, from), "days"));
            case NumberTerm.MonthsBetween months ->
                both(dates.of(months.from()), dates.of(months.to()), Numbers::months);
            case NumberTerm.YearOf year -> {
                Guarded day = dates.of(year.date());
                yield Guarded.of(Trees.path(day.value(), "year"), List.of(day));
            }
            case NumberTerm.Unset unset -> Guarded.named(graph.parameter(unset.parameter()));
            case NumberTerm.Judged judged -> Guarded.named(graph.judgement(judged.item()));
            case NumberTerm.Fallback fallback ->
                Guarded.known(of(fallback.term()).or(Trees.number(fallback.whenUnknown())));
        };
    }

    private interface Operation {
        Expression apply(Expression left, Expression right);
    }

    private static Guarded both(Guarded left, Guarded right, Operation operation) {
        return Guarded.of(operation.apply(left.value(), right.value()), List.of(left, right));
    }

    private static Guarded over(Guarded left, Guarded right) {
        Guarded quotient = both(left, right, Trees::over);
        boolean safe = right.value() instanceof Expression.NumberLiteral literal
                && literal.value().signum() != 0;
        return safe ? quotient : quotient.refusing(Trees.equal(right.value(), ZERO));
    }

    private static Expression months(Expression from, Expression to) {
        Expression span = Trees.call("years and months duration", from, to);
        return Trees.plus(Trees.times(Trees.path(span, "years"), Trees.number(12)), Trees.path(span, "months"));
    }

    private Guarded extreme(String function, List<NumberTerm> terms) {
        List<Guarded> parts = terms.stream().map(this::of).toList();
        return Guarded.of(
                Trees.call(function, parts.stream().map(Guarded::value).toList()), parts);
    }

    /** A decision of its own where a branch may be unknown although the other is taken. */
    private Guarded choose(NumberTerm.Choose choose) {
        Guarded then = of(choose.then());
        Guarded otherwise = of(choose.otherwise());
        Guarded condition = conditions.settled(choose.condition(), supposition);
        Guarded chosen =
                Guarded.of(Trees.choose(condition.value(), then.orNull(), otherwise.orNull()), List.of(condition));
        return then.isAlwaysKnown() && otherwise.isAlwaysKnown()
                ? chosen
                : Guarded.named(graph.figure(choose, own(choose), "", Terms.text(choose), chosen.orNull()));
    }

    /** A figure that nobody's answer changes is the same whatever is supposed. */
    private Supposition own(NumberTerm term) {
        return Conditions.isOpen(term) ? supposition : Supposition.OPEN;
    }

    private Guarded years(NumberTerm.YearSum sum) {
        String word = Terms.text(sum);
        Expression total = years(sum.fact(), sum.first(), sum.last(), Trees::name, ZERO);
        return Guarded.named(graph.figure(sum, Supposition.OPEN, word, word + "（企业尚未成立的年份不计）", total));
    }

    private Guarded years(NumberTerm.YearCount count) {
        String word = count.fact() + "_前" + count.first() + "至" + count.last() + "年_实际年数";
        Expression total = years(count.fact(), count.first(), count.last(), name -> Trees.number(1), ZERO);
        return Guarded.named(graph.figure(count, Supposition.OPEN, word, word, total));
    }

    private interface OfYear {
        Expression value(String input);
    }

    /** Σ over years; a year without a value counts 0 only if the firm is known not to have existed then. */
    private Expression years(String fact, int first, int last, OfYear value, Expression none) {
        List<Expression.Entry> entries = new ArrayList<>();
        List<Guarded> parts = new ArrayList<>();
        for (int year : IntStream.rangeClosed(first, last).toArray()) {
            String input = graph.fact(new FactRef(fact, year));
            String part = "前" + year + "年";
            entries.add(Trees.entry(
                    part,
                    Trees.choose(
                            Trees.isKnown(Trees.name(input)),
                            value.value(input),
                            Trees.choose(foundedLaterOrUnknown(year), Trees.NULL, none))));
            parts.add(Guarded.named(part));
        }
        Expression sum = parts.stream().map(Guarded::value).reduce(Trees::plus).orElseThrow();
        return Trees.let(entries, "合计", Guarded.of(sum, parts).orNull());
    }

    /** Whether a missing value is really missing: the founding day is unknown, or not after that year. */
    private Expression foundedLaterOrUnknown(int yearsBack) {
        Expression founded = Trees.name(graph.fact(Facts.FOUNDED));
        return Trees.any(List.of(
                Trees.isNull(founded),
                Trees.compare(Comparison.AT_MOST, Trees.path(founded, "year"), dates.year(yearsBack))));
    }

    private Guarded steps(NumberTerm.Steps steps) {
        Subject subject = subject(steps.subject());
        Expression value = Trees.number(steps.lowest());
        for (NumberTerm.Step step : steps.steps().reversed()) {
            Comparison comparison = step.inclusive() ? Comparison.AT_LEAST : Comparison.GREATER;
            value = Trees.choose(subject.test(comparison, step.bound()), Trees.number(step.value()), value);
        }
        return Guarded.of(value, List.of(subject.guards()));
    }

    /** A number that is compared with several bounds. */
    private record Subject(Guarded guards, BoundTest boundTest) {
        Expression test(Comparison comparison, BigDecimal bound) {
            return boundTest.of(comparison, bound);
        }
    }

    private interface BoundTest {
        Expression of(Comparison comparison, BigDecimal bound);
    }

    private Subject subject(NumberTerm term) {
        if (term instanceof NumberTerm.CompoundGrowth growth) {
            var sides = sides(growth);
            return new Subject(sides.guards(), (comparison, bound) -> sides.test(comparison, Trees.number(bound)));
        }
        Guarded value = of(term);
        boolean plain = value.value() instanceof Expression.Name;
        Guarded named =
                plain ? value : Guarded.named(graph.figure(term, own(term), "", Terms.text(term), value.orNull()));
        boolean exact = Exactness.isExact(term, NumberTerm.literal(0));
        Expression subject = exact ? named.value() : Exactness.rounded(named.value());
        return new Subject(named, (comparison, bound) -> Trees.compare(comparison, subject, Trees.number(bound)));
    }

    /** {@code (last / base)^(1/n) − 1 ⋚ g} is {@code last ⋚ base × (1 + g)^n}, which needs no root. */
    record GrowthSides(Guarded last, Guarded base, int intervals, Guarded guards) {

        Expression test(Comparison comparison, Expression bound) {
            Expression factor = bound instanceof Expression.NumberLiteral literal
                    ? Trees.number(literal.value().add(BigDecimal.ONE).pow(intervals))
                    : Collections.nCopies(intervals, Trees.plus(Trees.number(1), bound)).stream()
                            .reduce(Trees::times)
                            .orElseThrow();
            Expression test = Trees.compare(comparison, last.value(), Trees.times(base.value(), factor));
            if (bound instanceof Expression.NumberLiteral literal) {
                boolean below = literal.value().compareTo(BigDecimal.ONE.negate()) < 0;
                return below ? constant(comparison) : test;
            }
            Expression below = Trees.compare(Comparison.LESS, bound, Trees.number(-1));
            return Trees.choose(below, constant(comparison), test);
        }

        /** A growth is never below −1, so it is above every bound that is. */
        private static Expression constant(Comparison comparison) {
            return comparison.accepts(1) ? Trees.TRUE : Trees.FALSE;
        }
    }

    GrowthSides sides(NumberTerm.CompoundGrowth growth) {
        Guarded last = of(growth.last());
        Guarded base = of(growth.base());
        Guarded guards = Guarded.of(last.value(), List.of(last, base))
                .refusing(
                        Trees.compare(Comparison.AT_MOST, base.value(), ZERO),
                        Trees.compare(Comparison.LESS, last.value(), ZERO));
        return new GrowthSides(last, base, growth.intervals(), guards);
    }

    private Guarded growth(NumberTerm.CompoundGrowth growth) {
        if (growth.intervals() > 1) {
            throw new Inexpressible("复合增长率需要开方，FEEL 没有精确的开方：" + Terms.text(growth));
        }
        GrowthSides sides = sides(growth);
        return Guarded.of(
                Trees.minus(Trees.over(sides.last().value(), sides.base().value()), Trees.number(1)),
                List.of(sides.guards()));
    }
}
