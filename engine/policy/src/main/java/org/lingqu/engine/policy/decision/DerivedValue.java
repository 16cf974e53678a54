package org.lingqu.engine.policy.decision;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.HeldValue;
import org.lingqu.engine.policy.pack.DerivedFact;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Yield;
import org.lingqu.engine.policy.rule.Truth;

/**
 * A derived fact as one decision found it.
 *
 * @param computed what the deriving policy gives; null where it cannot be settled
 * @param supplied what somebody supplied; null where nobody has
 * @param conflict whether what was supplied cannot be right by the deriving policy
 */
public record DerivedValue(
        DerivedFact fact,
        @Nullable String computed,
        @Nullable String supplied,
        boolean conflict) {

    static DerivedValue of(DerivedFact fact, Evaluation evaluation) {
        HeldValue held = evaluation.facts().get(fact.ref(), evaluation.asOf());
        String supplied = held != null && held.value() instanceof FactValue.Code(String code) ? code : null;
        String computed = values(fact).stream()
                .filter(value -> evaluation.truth(fact.computed(value::equals)) == Truth.TRUE)
                .findFirst()
                .orElse(null);
        boolean conflict = supplied != null && evaluation.truth(fact.computed(supplied::equals)) == Truth.FALSE;
        return new DerivedValue(fact, computed, supplied, conflict);
    }

    private static Set<String> values(DerivedFact fact) {
        Set<String> values = new LinkedHashSet<>();
        for (Policy policy : fact.by()) {
            Yield yield = policy.yields().orElseThrow();
            yield.cases().forEach(one -> values.add(one.value()));
            values.add(yield.otherwise());
        }
        return values;
    }

    /** The value that counts, as far as one is known. */
    public Optional<String> used() {
        return fact.suppliedWins()
                ? Optional.ofNullable(supplied).or(() -> Optional.ofNullable(computed))
                : Optional.ofNullable(computed).or(() -> Optional.ofNullable(supplied));
    }
}
