package org.lingqu.engine.policy.pack;

import java.util.List;
import org.lingqu.engine.policy.rule.Condition;

/**
 * A fact that a policy works out of other facts, for those it is meant for: the size class out of industry, staff and revenue.
 *
 * @param fact a code fact that the dictionary declares as derived by this policy
 * @param cases the first that holds gives the value
 * @param otherwise the value where no case holds
 */
public record Yield(String fact, List<Case> cases, String otherwise, Clause clause) {
    public Yield {
        cases = List.copyOf(cases);
    }

    public record Case(Condition condition, String value) {}
}
