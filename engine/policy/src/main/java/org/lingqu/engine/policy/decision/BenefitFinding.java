package org.lingqu.engine.policy.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.rule.Rational;

/**
 * What a benefit comes to.
 *
 * @param entitled whether the firm gets it: the policy's own finding together with the benefit's
 * @param least 元, what is certain if the firm is entitled; 0 for a benefit that is no money
 * @param most 元, what is possible; null when nothing bounds it
 */
public record BenefitFinding(
        Benefit benefit,
        Finding entitled,
        Rational least,
        @Nullable Rational most,
        List<Used> used) {}
