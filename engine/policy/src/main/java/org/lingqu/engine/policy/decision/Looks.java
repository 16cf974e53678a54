package org.lingqu.engine.policy.decision;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.decision.Missing.MissingFact;
import org.lingqu.engine.policy.decision.Missing.MissingTitle;
import org.lingqu.engine.policy.decision.Missing.Unanswered;
import org.lingqu.engine.policy.decision.Missing.Unjudged;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/** What a tree looks at, each named as it would be if it were missing, and what is held of it. */
final class Looks {

    private Looks() {}

    /** What one node looks at by itself. */
    static List<Missing> direct(Term node) {
        List<FactRef> refs = Terms.direct(node);
        if (!refs.isEmpty()) {
            List<Missing> facts = new ArrayList<>(refs.size());
            for (FactRef ref : refs) {
                facts.add(new MissingFact(ref));
            }
            return facts;
        }
        return switch (node) {
            case Condition.HoldsTitle title -> List.of(new MissingTitle(title.title()));
            case Condition.Asked asked -> List.of(new Unanswered(asked.item()));
            case NumberTerm.Judged judged -> List.of(new Unjudged(judged.item()));
            case RangeTerm.Judgement judged -> List.of(new Unjudged(judged.item()));
            default -> List.of();
        };
    }

    /** Whether nothing is held of one of them. */
    static boolean isMissing(Missing look, Evaluation evaluation) {
        return switch (look) {
            case MissingFact(var ref) -> evaluation.held(ref) == null;
            case MissingTitle(var title) -> evaluation.holds(title) == null;
            case Unanswered(var item) -> evaluation.facts().answer(item) == null;
            case Unjudged(var item) -> evaluation.facts().judgement(item) == null;
        };
    }

    /** What is held of one of them. */
    static Used used(Missing look, Evaluation evaluation) {
        FirmFacts facts = evaluation.facts();
        return switch (look) {
            case MissingFact(var ref) ->
                new Used.UsedFact(
                        ref,
                        ref.isYearly() ? ref.year(evaluation.asOf()) : FactRef.NO_YEAR,
                        facts.get(ref, evaluation.asOf()));
            case MissingTitle(var title) -> title(title, evaluation);
            case Unanswered(var item) -> new Used.UsedAnswer(item, facts.answer(item));
            case Unjudged(var item) -> new Used.UsedJudgement(item, facts.judgement(item));
        };
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
