package org.lingqu.engine.policy.decision;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/** Why something stays unknown although its facts are held. */
final class Reasons {

    private Reasons() {}

    static Set<String> of(Condition condition, Evaluation evaluation) {
        Set<String> reasons = new LinkedHashSet<>();
        Terms.each(condition, term -> reason(term, evaluation, reasons));
        return reasons;
    }

    private static void reason(Term term, Evaluation evaluation, Set<String> into) {
        switch (term) {
            case NumberTerm.Divide divide -> {
                if (Objects.equals(evaluation.number(divide.right()), Rational.ZERO)) {
                    into.add("分母为零：" + Terms.text(divide.right()));
                }
            }
            case NumberTerm.CompoundGrowth growth -> {
                Rational base = evaluation.number(growth.base());
                if (base != null && base.signum() <= 0) {
                    into.add("增长率的基期不大于零：" + Terms.text(growth.base()));
                }
            }
            case NumberTerm.Unset unset -> into.add("参数未定：" + unset.parameter());
            default -> {}
        }
    }
}
