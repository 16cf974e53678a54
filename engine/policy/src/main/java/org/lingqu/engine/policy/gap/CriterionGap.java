package org.lingqu.engine.policy.gap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Criterion;

/**
 * What is missing to one unmet criterion.
 *
 * @param ways each of them alone would do, all else unchanged; the least effort first; empty if no single change does, or none
 *     that a firm can bring about
 * @param earliest the first day on which it would hold with nothing changed but time, or null if time does not bring it
 * @param fixed whether nothing that it looks at can be moved by effort
 */
public record CriterionGap(
        Criterion criterion, List<Change> ways, @Nullable LocalDate earliest, boolean fixed) {
    public CriterionGap {
        ways = List.copyOf(ways);
    }
}
