package org.lingqu.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * Something said about an enterprise, with who said it and who entered it. Never changed, only undone.
 *
 * @param list the import it came with, null when it was typed in
 * @param row of that list, as Excel counts; 0 when it was typed in
 * @param source who supplied it
 * @param saidOn the day it speaks of
 * @param undoneAt null while it counts
 */
public record Entry(
        long id,
        long enterprise,
        @Nullable Long list,
        int row,
        Supplier source,
        LocalDate saidOn,
        Said said,
        @Nullable String note,
        long person,
        String personName,
        Instant enteredAt,
        @Nullable Instant undoneAt) {

    /** Whether it counts. */
    public boolean counts() {
        return undoneAt == null;
    }
}
