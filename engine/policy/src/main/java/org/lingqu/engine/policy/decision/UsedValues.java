package org.lingqu.engine.policy.decision;

import java.util.List;
import java.util.Set;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/** Which values of the firm a tree looks at. */
final class UsedValues {

    private UsedValues() {}

    static void of(Term term, Evaluation evaluation, Set<Used> into) {
        FirmFacts facts = evaluation.facts();
        for (FactRef ref : Terms.facts(term)) {
            int year = ref.isYearly() ? ref.year(evaluation.asOf()) : FactRef.NO_YEAR;
            into.add(new Used.UsedFact(ref, year, facts.get(ref, evaluation.asOf())));
        }
        Terms.each(term, part -> {
            switch (part) {
                case Condition.HoldsTitle title -> into.add(title(title.title(), evaluation));
                case Condition.Asked asked -> into.add(new Used.UsedAnswer(asked.item(), facts.answer(asked.item())));
                case NumberTerm.Judged judged ->
                    into.add(new Used.UsedJudgement(judged.item(), facts.judgement(judged.item())));
                case RangeTerm.Judgement judged ->
                    into.add(new Used.UsedJudgement(judged.item(), facts.judgement(judged.item())));
                default -> {}
            }
        });
    }

    private static Used title(String title, Evaluation evaluation) {
        List<TitleHeld> spans = evaluation.facts().titles().getOrDefault(title, List.of());
        String source = spans.stream()
                .filter(span -> span.validOn(evaluation.asOf()))
                .map(TitleHeld::source)
                .findFirst()
                .orElse("");
        return new Used.UsedTitle(title, evaluation.facts().holds(title, evaluation.asOf()), source);
    }
}
