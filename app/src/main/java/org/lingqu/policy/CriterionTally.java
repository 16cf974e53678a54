package org.lingqu.policy;

import org.lingqu.engine.policy.pack.Criterion;

/**
 * How many of the enterprises that a policy is meant for stand how to one of its criteria.
 *
 * @param alone for how many it alone stands in the way
 */
public record CriterionTally(Criterion criterion, int met, int notMet, int open, int notAsked, int alone) {

    /** All of them. */
    public int all() {
        return met + notMet + open + notAsked;
    }
}
