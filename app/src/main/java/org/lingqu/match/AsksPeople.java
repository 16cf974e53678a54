package org.lingqu.match;

import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Terms;

/** Whether people have a say in a criterion (人工确认, expert points), so that it stays open for nearly everybody. */
public final class AsksPeople {

    private AsksPeople() {}

    public static boolean in(Criterion criterion) {
        var asks = new boolean[1];
        Terms.each(
                Combination.passes(criterion),
                term -> asks[0] |= term instanceof Condition.Asked
                        || term instanceof NumberTerm.Judged
                        || term instanceof RangeTerm.Judgement);
        return asks[0];
    }
}
