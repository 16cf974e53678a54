package org.lingqu.engine.policy.decision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.rule.Rational;

/**
 * What a benefit comes to.
 *
 * @param entitled whether the firm gets it: the policy's own finding together with the benefit's
 * @param least 元, what is certain if the firm is entitled; 0 for a benefit that is no money
 * @param most 元, what is possible; null while a fact is missing that it is computed of
 * @param missing what is missing to tell the amount; empty when it is settled
 * @param share the part of the one missing figure that it comes to, between 0 and 1; null where it is anything else
 */
public record BenefitFinding(
        Benefit benefit,
        Finding entitled,
        Rational least,
        @Nullable Rational most,
        List<Used> used,
        Set<Missing> missing,
        @Nullable Rational share) {
    public BenefitFinding {
        missing = Collections.unmodifiableSet(new LinkedHashSet<>(missing));
    }
}
