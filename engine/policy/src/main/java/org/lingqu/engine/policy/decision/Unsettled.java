package org.lingqu.engine.policy.decision;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.engine.policy.rule.Truth;

/** Walks the parts of a tree that the firm's facts leave open; what is settled has nothing to do with the rest being unknown. */
final class Unsettled {

    private Unsettled() {}

    /** Visits a term and everything open in it, each node once, parents first; nothing if the term itself is settled. */
    static void each(Term term, Evaluation evaluation, Consumer<Term> visit) {
        each(term, evaluation, visit, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void each(Term term, Evaluation evaluation, Consumer<Term> visit, Set<Term> seen) {
        if (!isSettled(term, evaluation) && seen.add(term)) {
            visit.accept(term);
            parts(term, evaluation).forEach(part -> each(part, evaluation, visit, seen));
        }
    }

    static boolean isSettled(Term term, Evaluation evaluation) {
        return switch (term) {
            case Condition condition -> evaluation.truth(condition).isKnown();
            case NumberTerm number -> evaluation.number(number) != null;
            case RangeTerm range -> evaluation.range(range).isSettled();
            case DateTerm date -> evaluation.date(date) != null;
        };
    }

    /** Of a choice that is made only the branch taken. */
    static List<? extends Term> parts(Term term, Evaluation evaluation) {
        return switch (term) {
            case Condition.If(var when, var then, var otherwise) ->
                taken(evaluation.truth(when), when, then, otherwise);
            case NumberTerm.Choose(var when, var then, var otherwise) ->
                taken(evaluation.truth(when), when, then, otherwise);
            default -> Terms.children(term);
        };
    }

    private static List<? extends Term> taken(Truth truth, Condition when, Term then, Term otherwise) {
        return switch (truth) {
            case TRUE -> List.of(then);
            case FALSE -> List.of(otherwise);
            case UNKNOWN -> List.of(when, then, otherwise);
        };
    }
}
