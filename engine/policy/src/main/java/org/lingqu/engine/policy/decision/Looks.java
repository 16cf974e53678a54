package org.lingqu.engine.policy.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Facts first, then titles, answers and judgements, in order of appearance. */
    static List<Missing> of(List<? extends Term> terms) {
        Set<Missing> looks = new LinkedHashSet<>();
        for (Term term : terms) {
            Terms.facts(term).forEach(ref -> looks.add(new MissingFact(ref)));
            Terms.each(term, part -> other(part).forEach(looks::add));
        }
        return List.copyOf(looks);
    }

    /** What one node looks at by itself. */
    static Stream<Missing> direct(Term node) {
        return Stream.concat(Terms.direct(node).map(MissingFact::new), other(node));
    }

    private static Stream<Missing> other(Term part) {
        return switch (part) {
            case Condition.HoldsTitle title -> Stream.of(new MissingTitle(title.title()));
            case Condition.Asked asked -> Stream.of(new Unanswered(asked.item()));
            case NumberTerm.Judged judged -> Stream.of(new Unjudged(judged.item()));
            case RangeTerm.Judgement judged -> Stream.of(new Unjudged(judged.item()));
            default -> Stream.empty();
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
