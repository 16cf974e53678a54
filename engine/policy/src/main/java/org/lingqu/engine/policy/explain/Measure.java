package org.lingqu.engine.policy.explain;

import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.NumberTerm;

/**
 * How a number is to be written.
 *
 * @param unit 元 for money, % for ratios, of what a count is, empty for bare numbers
 */
record Measure(String unit) {

    static final Measure MONEY = new Measure("元");
    static final Measure RATIO = new Measure("%");
    static final Measure BARE = new Measure("");

    static Measure of(NumberTerm term, Facts facts) {
        return switch (term) {
            case NumberTerm.FactNumber fact -> of(facts.get(fact.ref().fact()));
            case NumberTerm.YearSum sum -> of(facts.get(sum.fact()));
            case NumberTerm.YearCount count -> new Measure("年");
            case NumberTerm.ListSize size -> new Measure("项");
            case NumberTerm.Add add -> of(add.left(), facts).or(of(add.right(), facts));
            case NumberTerm.Subtract minus -> of(minus.left(), facts).or(of(minus.right(), facts));
            case NumberTerm.Multiply times -> product(of(times.left(), facts), of(times.right(), facts));
            case NumberTerm.Divide divide -> quotient(divide, facts);
            case NumberTerm.Min min ->
                of(min.terms().getFirst(), facts).or(of(min.terms().getLast(), facts));
            case NumberTerm.Max max ->
                of(max.terms().getFirst(), facts).or(of(max.terms().getLast(), facts));
            case NumberTerm.Floor floor -> of(floor.term(), facts);
            case NumberTerm.Choose choose -> of(choose.then(), facts).or(of(choose.otherwise(), facts));
            case NumberTerm.CompoundGrowth growth -> RATIO;
            case NumberTerm.DaysBetween days -> new Measure("天");
            case NumberTerm.MonthsBetween months -> new Measure("个月");
            case NumberTerm.Judged judged -> new Measure("分");
            case NumberTerm.Fallback fallback -> of(fallback.term(), facts);
            case NumberTerm.Literal literal -> BARE;
            case NumberTerm.Steps steps -> BARE;
            case NumberTerm.YearOf year -> BARE;
            case NumberTerm.Unset unset -> BARE;
        };
    }

    private static Measure of(@org.jspecify.annotations.Nullable Fact fact) {
        return fact == null ? BARE : ofFact(fact);
    }

    static Measure ofFact(Fact fact) {
        return fact.type() == FactType.MONEY ? MONEY : fact.type() == FactType.RATIO ? RATIO : new Measure(fact.unit());
    }

    private static Measure quotient(NumberTerm.Divide divide, Facts facts) {
        if (divide.left() instanceof NumberTerm.MonthsBetween && divide.right() instanceof NumberTerm.Literal) {
            return new Measure("年");
        }
        Measure left = of(divide.left(), facts);
        Measure right = of(divide.right(), facts);
        return left.equals(right) && !left.equals(BARE)
                ? RATIO
                : left.equals(RATIO) && right.equals(BARE) ? RATIO : left;
    }

    private static Measure product(Measure a, Measure b) {
        return a.equals(MONEY) || b.equals(MONEY) ? MONEY : a.or(b);
    }

    /** This, or the other where this says nothing. */
    Measure or(Measure other) {
        return equals(BARE) ? other : this;
    }
}
