package org.lingqu.engine.policy.rule;

import java.util.stream.IntStream;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.rule.Condition.YearExists;
import org.lingqu.engine.policy.rule.NumberTerm.Add;
import org.lingqu.engine.policy.rule.NumberTerm.Choose;
import org.lingqu.engine.policy.rule.NumberTerm.FactNumber;
import org.lingqu.engine.policy.rule.NumberTerm.YearCount;
import org.lingqu.engine.policy.rule.NumberTerm.YearSum;

/** What the short nodes mean in terms of the plain ones. */
public final class Expansion {

    private Expansion() {}

    /** A year counts its value if the firm existed then, else 0. */
    public static NumberTerm of(YearSum sum) {
        return IntStream.rangeClosed(sum.first(), sum.last())
                .mapToObj(year -> whereExisting(sum.fact(), year, new FactNumber(new FactRef(sum.fact(), year))))
                .reduce(Add::new)
                .orElseThrow();
    }

    /** A year counts 1 if the firm existed then, else 0. */
    public static NumberTerm of(YearCount count) {
        return IntStream.rangeClosed(count.first(), count.last())
                .mapToObj(year -> whereExisting(count.fact(), year, NumberTerm.literal(1)))
                .reduce(Add::new)
                .orElseThrow();
    }

    private static NumberTerm whereExisting(String fact, int year, NumberTerm value) {
        return new Choose(new YearExists(fact, year), value, NumberTerm.literal(0));
    }
}
