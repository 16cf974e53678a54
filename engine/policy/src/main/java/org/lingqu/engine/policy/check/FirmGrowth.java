package org.lingqu.engine.policy.check;

import java.util.List;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.NumberTerm.Choose;

/**
 * The growth rate of 国科发火〔2016〕195号 part 三.七.4: the mean of the last two yearly rates minus 1. A firm that existed two
 * years has one rate; one that existed a single year, or whose base of the last rate is not above 0, has none and counts 0;
 * where only the oldest base is not above 0 the last rate counts alone.
 */
final class FirmGrowth {

    private static final NumberTerm NONE = NumberTerm.literal(0);
    private static final NumberTerm ONE = NumberTerm.literal(1);

    private FirmGrowth() {}

    static NumberTerm of(String fact) {
        NumberTerm oldest = at(fact, 3);
        NumberTerm middle = at(fact, 2);
        NumberTerm last = at(fact, 1);
        NumberTerm lastRate = new NumberTerm.Divide(last, middle);
        NumberTerm both = new NumberTerm.Divide(
                new NumberTerm.Add(lastRate, new NumberTerm.Divide(middle, oldest)), NumberTerm.literal(2));
        NumberTerm two = new NumberTerm.Subtract(lastRate, ONE);
        NumberTerm three = new Choose(isPositive(oldest), new NumberTerm.Subtract(both, ONE), two);
        NumberTerm withBase = new Choose(new Condition.YearExists(fact, 3), three, two);
        return new Choose(
                new Condition.And(List.of(new Condition.YearExists(fact, 2), isPositive(middle))), withBase, NONE);
    }

    private static NumberTerm at(String fact, int back) {
        return new NumberTerm.FactNumber(new FactRef(fact, back));
    }

    private static Condition isPositive(NumberTerm term) {
        return new Condition.Compare(term, Comparison.GREATER, NONE);
    }
}
