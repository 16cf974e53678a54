package org.lingqu.engine.policy.decision;

import java.util.List;
import org.lingqu.engine.policy.pack.Criterion;

/**
 * What one criterion says, and on what grounds.
 *
 * @param used the values it looked at, in order
 * @param compared the numbers it compared; empty for groups
 */
public record CriterionFinding(
        Criterion criterion, Finding finding, List<Used> used, List<Compared> compared, List<CriterionFinding> parts) {
    public CriterionFinding {
        used = List.copyOf(used);
        compared = List.copyOf(compared);
        parts = List.copyOf(parts);
    }

    /** This finding and all below it, parents first. */
    public java.util.stream.Stream<CriterionFinding> all() {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(this), parts.stream().flatMap(CriterionFinding::all));
    }
}
