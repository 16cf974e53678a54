package org.lingqu.engine.policy.pack;

import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;

/**
 * What a firm gets.
 *
 * @param amount 元, caps included; empty for a benefit that is no money
 * @param when what it takes beside the policy's own criteria
 * @param excludes benefits that cannot be had together with it, as {@code id} or {@code policy#id}
 */
public record Benefit(
        String id,
        Clause clause,
        Optional<NumberTerm> amount,
        Optional<Condition> when,
        Frequency frequency,
        List<String> excludes,
        String expression) {
    public Benefit {
        excludes = List.copyOf(excludes);
    }

    /** How often it is paid. */
    public enum Frequency {
        ONCE,
        YEARLY,
        /** A figure to know (a taxable amount, a part of another benefit) that nobody is paid; no part of the total. */
        NEVER
    }
}
