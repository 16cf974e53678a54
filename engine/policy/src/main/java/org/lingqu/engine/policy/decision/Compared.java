package org.lingqu.engine.policy.decision;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.NumberTerm;

/**
 * Two numbers that a criterion compared.
 *
 * @param value what the left side came to; null when it is unknown. Of a score the certain and the possible points.
 * @param limit what the right side came to, null when it is unknown
 */
public record Compared(
        NumberTerm left,
        @Nullable Span value,
        Comparison comparison,
        NumberTerm right,
        @Nullable Span limit) {}
