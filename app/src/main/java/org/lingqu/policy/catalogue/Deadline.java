package org.lingqu.policy.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.lingqu.engine.policy.pack.Policy;

/**
 * When one can apply, seen from a day.
 *
 * @param next the window that is open or comes next; empty where the file gives no days, or the version ends before
 * @param over the window that closed earlier in the year of the day, while none is open; empty where none did
 */
public record Deadline(Optional<OpenSpan> next, Optional<OpenSpan> over) {

    /** As a policy that is in force gives it; its days of the year come again every year. */
    public static Deadline of(Policy policy, LocalDate day) {
        Optional<OpenSpan> next = OpenSpan.next(policy, day);
        Optional<OpenSpan> over = next.filter(span -> span.isOpen(day)).isPresent()
                ? Optional.empty()
                : OpenSpan.of(policy, day.getYear() - 1, day.getYear()).stream()
                        .filter(span ->
                                span.closes().isBefore(day) && span.closes().getYear() == day.getYear())
                        .max(Comparator.comparing(OpenSpan::closes));
        return new Deadline(next, over);
    }

    /** Whether this year's time to apply is over: 本年度申报已截止. */
    public boolean isOver() {
        return over.isPresent()
                && next.filter(span ->
                                over.get().closes().getYear() == span.opens().getYear())
                        .isEmpty();
    }
}
