package org.lingqu.engine.policy.decision;

import java.util.LinkedHashSet;
import java.util.Set;
import org.lingqu.engine.policy.decision.Missing.Unanswered;
import org.lingqu.engine.policy.decision.Missing.Unjudged;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.RangeTerm;

/** The questions and judgements that are open in the parts of a condition that are still unknown. */
final class OpenItems {

    private OpenItems() {}

    static Set<Missing> of(Condition condition, Evaluation evaluation) {
        Set<Missing> items = new LinkedHashSet<>();
        Unsettled.each(condition, evaluation, term -> {
            switch (term) {
                case Condition.Asked asked -> items.add(new Unanswered(asked.item()));
                case RangeTerm.Judgement judgement -> items.add(new Unjudged(judgement.item()));
                default -> {}
            }
        });
        return items;
    }
}
