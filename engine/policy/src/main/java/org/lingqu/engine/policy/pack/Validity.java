package org.lingqu.engine.policy.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a version applies.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive; null while no end is known
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether some day belongs to both. */
    public boolean overlaps(Validity other) {
        boolean endsBefore = to != null && to.isBefore(other.from);
        boolean beginsAfter = other.to != null && other.to.isBefore(from);
        return !endsBefore && !beginsAfter;
    }
}
