package org.lingqu.policy.draft;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version that was published here.
 *
 * @param validFrom its first day
 * @param withdrawnAt null unless it was withdrawn, as {@code withdrawnBy} and {@code withdrawnWords}
 */
public record Publication(
        long id,
        long draft,
        String policy,
        String version,
        String title,
        LocalDate validFrom,
        String personName,
        Instant publishedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnWords) {

    /** Whether it still counts. */
    public boolean stands() {
        return withdrawnAt == null;
    }
}
