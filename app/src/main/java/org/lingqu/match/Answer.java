package org.lingqu.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;

/**
 * What one policy says of one firm, as lists show it.
 *
 * @param failing criteria that are not met, lowest ones first, with their clause; empty unless the outcome is 不符合
 * @param missing what would settle it, for a reader; empty unless something is missing or has to be confirmed
 * @param score certain to possible points, null for a policy without a score
 * @param benefitLeast 元, certain if the policy's answer is yes
 * @param benefitMost 元, possible; null when nothing bounds it
 * @param step what the single unmet criterion takes, for a reader; empty unless the firm is one step away
 * @param conflicts what was supplied and contradicts what this policy computes, for a reader
 */
public record Answer(
        Firm firm,
        Policy policy,
        Finding.Kind outcome,
        List<String> failing,
        String missing,
        @Nullable String score,
        Rational benefitLeast,
        @Nullable Rational benefitMost,
        String step,
        List<String> conflicts) {

    public Answer {
        failing = List.copyOf(failing);
        conflicts = List.copyOf(conflicts);
    }

    /** Whether one criterion alone stands in the way, and a way over it was found. */
    public boolean isOneStepAway() {
        return !step.isEmpty();
    }
}
