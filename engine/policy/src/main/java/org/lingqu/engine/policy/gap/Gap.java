package org.lingqu.engine.policy.gap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What separates a firm from a policy that says no, as far as effort or time can bridge it.
 *
 * @param criteria every criterion that stands in the way, by itself
 * @param together the fewest and smallest changes found that turn the whole decision; tried by deciding again. Empty if there
 *     are none, or time is all it takes.
 * @param earliest the day from which the changes help; null if any day will do
 * @param possible whether a way was found that a firm can take
 */
public record Gap(
        List<CriterionGap> criteria,
        List<Change> together,
        @Nullable LocalDate earliest,
        boolean possible) {
    public Gap {
        criteria = List.copyOf(criteria);
        together = List.copyOf(together);
    }

    /** The gap of one criterion. */
    public Optional<CriterionGap> of(String criterion) {
        return criteria.stream()
                .filter(gap -> gap.criterion().id().equals(criterion))
                .findFirst();
    }
}
