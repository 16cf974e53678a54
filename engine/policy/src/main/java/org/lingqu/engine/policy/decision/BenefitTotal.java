package org.lingqu.engine.policy.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.rule.Rational;

/**
 * The most that a firm can have of several benefits at once.
 *
 * @param least 元, certain
 * @param most 元, possible; null while a fact is missing that it is computed of
 * @param chosen ids of the benefits that make up the certain sum
 * @param open those whose amounts are not settled
 */
public record BenefitTotal(Rational least, @Nullable Rational most, List<String> chosen, List<BenefitFinding> open) {
    public BenefitTotal {
        open = List.copyOf(open);
    }
}
