package org.lingqu.registry;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.HeldValue;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Yield;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.engine.policy.rule.Truth;
import org.lingqu.pack.InstalledPack;
import org.springframework.stereotype.Component;

/**
 * Works out how large an enterprise is, by the policy that the dictionary names for it (工信部联企业〔2011〕300号); where the figures do not
 * settle it, what was filled in stands in, as it does in decisions and what-if.
 */
@Component
final class SizeClasses {

    private static final String FACT = "企业规模";
    private static final FactYear FILLED_IN = FactYear.of(FACT);

    private final InstalledPack installed;

    SizeClasses(InstalledPack installed) {
        this.installed = installed;
    }

    /** The policy of a day, and of which facts it asks; the same until the day or the pack changes. */
    private record Known(LocalDate day, PolicyPack pack, Optional<Policy> policy, Set<FactYear> facts) {}

    private volatile @Nullable Known known;

    @SuppressWarnings(
            "ReferenceEquality") // another pack is another object, and comparing all of it would take longer than
    // asking
    private Known known(LocalDate day) {
        Known now = known;
        PolicyPack pack = installed.pack();
        if (now == null || !now.day().equals(day) || now.pack() != pack) {
            Optional<Policy> policy = pack.policies().stream()
                    .filter(each -> each.inForce(day)
                            && each.yields()
                                    .filter(yield -> yield.fact().equals(FACT))
                                    .isPresent())
                    .findFirst();
            now = new Known(
                    day, pack, policy, policy.map(each -> facts(each, day)).orElse(Set.of(FILLED_IN)));
            known = now;
        }
        return now;
    }

    private static Set<FactYear> facts(Policy policy, LocalDate day) {
        var refs = new HashSet<FactRef>(Set.of(Facts.FOUNDED, FactRef.of(FACT)));
        policy.audience().ifPresent(audience -> refs.addAll(Terms.facts(Combination.passes(audience))));
        policy.yields().orElseThrow().cases().forEach(one -> refs.addAll(Terms.facts(one.condition())));
        return refs.stream()
                .map(ref -> new FactYear(ref.fact(), ref.isYearly() ? ref.year(day) : FactRef.NO_YEAR))
                .collect(Collectors.toSet());
    }

    /** What has to be known to work it out on a day. */
    Set<FactYear> asked(LocalDate day) {
        return known(day).facts();
    }

    /** The class on a day; empty where the figures do not settle it and nobody filled it in. */
    Optional<String> of(FirmFacts facts, LocalDate day) {
        return known(day)
                .policy()
                .flatMap(policy -> of(policy, new Evaluation(facts, day)))
                .or(() -> filledIn(facts));
    }

    private static Optional<String> filledIn(FirmFacts facts) {
        HeldValue held = facts.get(FACT, FILLED_IN.year());
        return held != null && held.value() instanceof FactValue.Code(String code)
                ? Optional.of(code)
                : Optional.empty();
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
