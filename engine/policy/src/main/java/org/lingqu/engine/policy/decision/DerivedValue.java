package org.lingqu.engine.policy.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.HeldValue;
import org.lingqu.engine.policy.pack.DerivedFact;
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

    static DerivedValue of(PreparedDerived prepared, Evaluation evaluation) {
        DerivedFact fact = prepared.fact();
        HeldValue held = evaluation.facts().get(fact.ref(), evaluation.asOf());
        String supplied = held != null && held.value() instanceof FactValue.Code(String code) ? code : null;
        String computed = prepared.values().stream()
                .filter(value -> evaluation.truth(value.computed()) == Truth.TRUE)
                .map(PreparedDerived.Value::value)
                .findFirst()
                .orElse(null);
        boolean conflict = supplied != null && evaluation.truth(prepared.computed(supplied)) == Truth.FALSE;
        return new DerivedValue(fact, computed, supplied, conflict);
    }

    /** The value that counts, as far as one is known. */
    public Optional<String> used() {
        return fact.suppliedWins()
                ? Optional.ofNullable(supplied).or(() -> Optional.ofNullable(computed))
                : Optional.ofNullable(computed).or(() -> Optional.ofNullable(supplied));
    }
}
