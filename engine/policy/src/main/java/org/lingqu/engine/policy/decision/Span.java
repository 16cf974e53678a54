package org.lingqu.engine.policy.decision;

import org.lingqu.engine.policy.rule.Rational;

/**
 * What a number can still be.
 *
 * @param low what is certain
 * @param high what is possible; not below {@code low}
 */
public record Span(Rational low, Rational high) {

    Span plus(Span other) {
        return new Span(low.plus(other.low), high.plus(other.high));
    }

    Span max(Span other) {
        return new Span(low.max(other.low), high.max(other.high));
    }

    Span atMost(Rational most) {
        return new Span(low.min(most), high.min(most));
    }

    /** Whether nothing is open. */
    public boolean isSettled() {
        return low.equals(high);
    }
}
