package org.lingqu.ladder;

import java.time.LocalDate;
import java.util.Optional;
import org.lingqu.registry.EnterpriseFilter;

/**
 * The part of the region that is looked at; everything empty means all.
 *
 * @param region code of GB/T 2260; those below it belong to it
 * @param park its name
 * @param industry of GB/T 4754 as people write it: 39, C, 制造业
 */
public record LadderPlace(String region, String park, String industry) {

    /** The whole region. */
    public static final LadderPlace ALL = new LadderPlace("", "", "");

    public boolean isAll() {
        return equals(ALL);
    }

    EnterpriseFilter filter(String title, LocalDate day, Optional<LocalDate> expiresBy) {
        return new EnterpriseFilter(
                "",
                region,
                park,
                industry,
                "",
                title,
                day,
                expiresBy,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    EnterpriseFilter filter(LocalDate day) {
        return filter("", day, Optional.empty());
    }
}
