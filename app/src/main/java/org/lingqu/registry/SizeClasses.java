package org.lingqu.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Yield;
import org.lingqu.engine.policy.rule.Truth;
import org.lingqu.pack.InstalledPack;
import org.springframework.stereotype.Component;

/** Works out how large an enterprise is, by the policy that the dictionary names for it (工信部联企业〔2011〕300号). */
@Component
final class SizeClasses {

    private static final String FACT = "企业规模";

    private final InstalledPack installed;

    SizeClasses(InstalledPack installed) {
        this.installed = installed;
    }

    /** The class on a day; empty where the figures do not settle it. */
    Optional<String> of(Firm firm, LocalDate day) {
        List<Policy> policies = installed.pack().policies().stream()
                .filter(policy -> policy.inForce(day)
                        && policy.yields()
                                .filter(yield -> yield.fact().equals(FACT))
                                .isPresent())
                .toList();
        var evaluation = new Evaluation(firm.facts(), day);
        return policies.stream().findFirst().flatMap(policy -> of(policy, evaluation));
    }

    private static Optional<String> of(Policy policy, Evaluation evaluation) {
        boolean meant = policy.audience()
                .map(audience -> evaluation.truth(Combination.passes(audience)) == Truth.TRUE)
                .orElse(true);
        if (!meant) {
            return Optional.empty();
        }
        Yield yield = policy.yields().orElseThrow();
        for (Yield.Case one : yield.cases()) {
            switch (evaluation.truth(one.condition())) {
                case TRUE -> {
                    return Optional.of(one.value());
                }
                case UNKNOWN -> {
                    return Optional.empty();
                }
                case FALSE -> {}
            }
        }
        return Optional.of(yield.otherwise());
    }
}
