package org.lingqu.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * For how long a title is held.
 *
 * @param from first day
 * @param to last day, inclusive; null when it does not expire
 */
public record TitleSpan(LocalDate from, @Nullable LocalDate to) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public TitleSpan {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a title cannot end on " + to + " before it begins on " + from);
        }
    }

    /** Whether there is a day on which both are held. */
    public boolean overlaps(TitleSpan other) {
        return (to == null || !to.isBefore(other.from)) && (other.to == null || !other.to.isBefore(from));
    }

    /** Whether it is held on a day. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
