package org.lingqu.engine.policy.decision;

import java.util.LinkedHashSet;
import java.util.Set;
import org.lingqu.engine.policy.decision.Missing.Unanswered;
import org.lingqu.engine.policy.decision.Missing.Unjudged;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/** The questions and judgements that are open in the parts of a condition that are still unknown. */
final class OpenItems {

    private OpenItems() {}

    static Set<Missing> of(Condition condition, Evaluation evaluation) {
        Set<Missing> items = new LinkedHashSet<>();
        collect(condition, evaluation, items);
        return items;
    }

    private static void collect(Term term, Evaluation evaluation, Set<Missing> into) {
        if ((term instanceof Condition condition && evaluation.truth(condition).isKnown())
                || (term instanceof RangeTerm range && evaluation.range(range).isSettled())) {
            return;
        }
        switch (term) {
            case Condition.Asked asked -> into.add(new Unanswered(asked.item()));
            case RangeTerm.Judgement judgement -> into.add(new Unjudged(judgement.item()));
            default -> Terms.children(term).forEach(part -> collect(part, evaluation, into));
        }
    }
}
