package org.lingqu.engine.policy.decision;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/** Why something stays unknown although its facts are held, of one firm; what was found of a node is kept. */
final class Reasons {

    private final Evaluation evaluation;
    private final IdentityHashMap<Term, Set<String>> known = new IdentityHashMap<>();

    Reasons(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** @param ways what could settle it */
    List<String> of(Condition condition, List<Set<Missing>> ways) {
        Set<String> reasons = within(condition);
        if (!ways.isEmpty() && ways.stream().flatMap(Set::stream).allMatch(Missing::isManual)) {
            List<String> more = new ArrayList<>(reasons);
            behindAnswers(condition, evaluation).ifPresent(more::add);
            return List.copyOf(more);
        }
        return List.copyOf(reasons);
    }

    /** Of a term and everything open in it, parents first; nothing if the term itself is settled. */
    private Set<String> within(Term term) {
        if (Unsettled.isSettled(term, evaluation)) {
            return Set.of();
        }
        Set<String> before = known.get(term);
        if (before == null) {
            String own = reason(term);
            before = own == null ? Set.of() : Set.of(own);
            for (Term part : Unsettled.parts(term, evaluation)) {
                before = union(before, within(part));
            }
            known.put(term, before);
        }
        return before;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        if (one.isEmpty()) {
            return other;
        }
        if (one.containsAll(other)) {
            return one;
        }
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Facts that matter only with some answers or points: no way names them, because the others settle it without them. */
    private static Optional<String> behindAnswers(Condition condition, Evaluation evaluation) {
        Set<String> facts = new LinkedHashSet<>();
        Unsettled.each(
                condition,
                evaluation,
                term -> Looks.direct(term).stream()
                        .filter(look -> !look.isManual() && Looks.isMissing(look, evaluation))
                        .forEach(look -> facts.add(look.toString())));
        return facts.isEmpty() ? Optional.empty() : Optional.of("确认或评分之后还可能需要：" + String.join("、", facts));
    }

    private @Nullable String reason(Term term) {
        return switch (term) {
            case NumberTerm.Divide divide ->
                Objects.equals(evaluation.number(divide.right()), Rational.ZERO)
                        ? "分母为零：" + Terms.text(divide.right())
                        : null;
            case NumberTerm.CompoundGrowth growth -> {
                Rational base = evaluation.number(growth.base());
                yield base != null && base.signum() <= 0 ? "增长率的基期不大于零：" + Terms.text(growth.base()) : null;
            }
            case NumberTerm.Unset unset -> "参数未定：" + unset.parameter();
            default -> null;
        };
    }
}
