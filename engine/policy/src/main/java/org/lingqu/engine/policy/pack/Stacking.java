package org.lingqu.engine.policy.pack;

import java.math.BigDecimal;
import java.util.List;

/**
 * Benefits that are limited together.
 *
 * @param benefits ids within the policy
 * @param most 元, the most that their sum may come to
 */
public record Stacking(List<String> benefits, BigDecimal most, Clause clause) {
    public Stacking {
        benefits = List.copyOf(benefits);
    }
}
