package org.lingqu.engine.policy.gap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Criterion;

/**
 * What is missing to one unmet criterion.
 *
 * @param ways each of them alone would do, all else unchanged; the least effort first; empty if no single change does
 * @param earliest the first day on which it would hold with nothing changed but time, or null if time does not bring it
 */
public record CriterionGap(
        Criterion criterion, List<Change> ways, @Nullable LocalDate earliest) {
    public CriterionGap {
        ways = List.copyOf(ways);
    }
}
