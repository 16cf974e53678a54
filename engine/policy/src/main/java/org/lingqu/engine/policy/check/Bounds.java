package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.NumberTerm;

/** The smallest and largest value that a number can have, as far as that is plain. */
final class Bounds {

    private static final Optional<BigDecimal> ZERO = Optional.of(BigDecimal.ZERO);

    private final Facts facts;

    Bounds(Facts facts) {
        this.facts = facts;
    }

    /** The least possible value, inclusive; empty if none is known. */
    Optional<BigDecimal> least(NumberTerm term) {
        return switch (term) {
            case NumberTerm.Literal literal -> Optional.of(literal.value());
            case NumberTerm.FactNumber number -> fact(number.ref().fact());
            case NumberTerm.YearSum sum -> fact(sum.fact()).map(least -> least.min(BigDecimal.ZERO));
            case NumberTerm.YearCount count -> ZERO;
            case NumberTerm.ListSize size -> ZERO;
            case NumberTerm.Add add -> both(add.left(), add.right(), BigDecimal::add);
            case NumberTerm.Subtract minus -> Optional.empty();
            case NumberTerm.Multiply times -> positive(times.left(), times.right());
            case NumberTerm.Divide divide -> positive(divide.left(), divide.right());
            case NumberTerm.Min min ->
                all(min.terms()).map(all -> all.stream().reduce(BigDecimal::min).orElseThrow());
            case NumberTerm.Max max ->
                max.terms().stream().flatMap(one -> least(one).stream()).reduce(BigDecimal::max);
            case NumberTerm.Floor floor ->
                least(floor.term()).filter(least -> least.signum() >= 0).map(least -> BigDecimal.ZERO);
            case NumberTerm.Choose choose -> both(choose.then(), choose.otherwise(), BigDecimal::min);
            case NumberTerm.Steps steps ->
                Optional.of(steps.steps().stream().map(NumberTerm.Step::value).reduce(steps.lowest(), BigDecimal::min));
            case NumberTerm.CompoundGrowth growth -> Optional.of(BigDecimal.ONE.negate());
            case NumberTerm.DaysBetween days -> Optional.empty();
            case NumberTerm.MonthsBetween months -> Optional.empty();
            case NumberTerm.YearOf year -> Optional.empty();
            case NumberTerm.Judged judged -> ZERO;
            case NumberTerm.Unset unset -> Optional.empty();
            case NumberTerm.Fallback fallback -> least(fallback.term()).map(least -> least.min(fallback.whenUnknown()));
        };
    }

    private Optional<BigDecimal> fact(String name) {
        Fact fact = facts.get(name);
        return fact == null ? Optional.empty() : fact.least();
    }

    private Optional<BigDecimal> both(NumberTerm a, NumberTerm b, BinaryOperator<BigDecimal> join) {
        return least(a).flatMap(left -> least(b).map(right -> join.apply(left, right)));
    }

    private Optional<BigDecimal> positive(NumberTerm a, NumberTerm b) {
        return both(a, b, BigDecimal::min).filter(least -> least.signum() >= 0).map(least -> BigDecimal.ZERO);
    }

    private Optional<List<BigDecimal>> all(List<NumberTerm> terms) {
        List<BigDecimal> known =
                terms.stream().flatMap(term -> least(term).stream()).toList();
        return known.size() == terms.size() ? Optional.of(known) : Optional.empty();
    }
}
