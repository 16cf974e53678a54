package org.lingqu.engine.policy.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A title that was granted.
 *
 * @param title as policies name it (高新技术企业)
 * @param from first day of validity, inclusive
 * @param to last day of validity, inclusive; null when it does not expire
 */
public record TitleHeld(
        String title, LocalDate from, @Nullable LocalDate to, String source) {

    /** Whether the title is valid on a day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
