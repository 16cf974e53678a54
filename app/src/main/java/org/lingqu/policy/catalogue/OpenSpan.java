package org.lingqu.policy.catalogue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Validity;

/**
 * Days on which one can apply, of one year.
 *
 * @param opens first day, inclusive
 * @param closes last day, inclusive; not before {@code opens}
 */
public record OpenSpan(LocalDate opens, LocalDate closes) {

    private static final int NEAR_DAYS = 30;

    /** @throws IllegalArgumentException if it closes before it opens */
    public OpenSpan {
        if (closes.isBefore(opens)) {
            throw new IllegalArgumentException("a window closes after it opens, got " + opens + " to " + closes);
        }
    }

    /**
     * Those of a policy that touch some years, in their order, as far as the version is valid on their days; none where its file does
     * not give both ends. A window from November to February belongs to the year in which it opens.
     */
    public static List<OpenSpan> of(Policy policy, int firstYear, int lastYear) {
        MonthDay opens = policy.window().opens();
        MonthDay closes = policy.window().closes();
        if (opens == null || closes == null) {
            return List.of();
        }
        var spans = new ArrayList<OpenSpan>();
        for (int year = firstYear; year <= lastYear; year++) {
            LocalDate first = opens.atYear(year);
            LocalDate last = closes.atYear(closes.isBefore(opens) ? year + 1 : year);
            OpenSpan span = within(policy.validity(), first, last);
            if (span != null) {
                spans.add(span);
            }
        }
        return spans;
    }

    private static @Nullable OpenSpan within(Validity validity, LocalDate first, LocalDate last) {
        LocalDate from = first.isBefore(validity.from()) ? validity.from() : first;
        LocalDate end = validity.to();
        LocalDate to = end != null && last.isAfter(end) ? end : last;
        return to.isBefore(from) ? null : new OpenSpan(from, to);
    }

    /** The one that is open on a day, else the next one within a year; empty where there is none. */
    public static Optional<OpenSpan> next(Policy policy, LocalDate day) {
        return of(policy, day.getYear() - 1, day.getYear() + 1).stream()
                .filter(span -> !span.closes().isBefore(day))
                .findFirst();
    }

    /** Whether one can apply on a day. */
    public boolean isOpen(LocalDate day) {
        return !day.isBefore(opens) && !day.isAfter(closes);
    }

    /** Whether it is open and closes within {@value #NEAR_DAYS} days. */
    public boolean closesSoon(LocalDate day) {
        return isOpen(day) && !closes.isAfter(day.plusDays(NEAR_DAYS));
    }

    /** Whether it opens within {@value #NEAR_DAYS} days. */
    public boolean opensSoon(LocalDate day) {
        return opens.isAfter(day) && !opens.isAfter(day.plusDays(NEAR_DAYS));
    }
}
