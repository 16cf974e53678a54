package org.lingqu.calendar.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.calendar.Deadline;
import org.springframework.util.MultiValueMap;

/**
 * Which part of the calendar an address asks for; what is none of the choices counts as not said.
 *
 * @param from the first month, not before this one
 * @param months how many are shown
 * @param kinds empty for all
 */
public record CalendarQuery(YearMonth from, int months, Set<Deadline.Kind> kinds) {

    /** How many months can be shown at once. */
    public static final List<Integer> MONTHS = List.of(3, 6, 12);

    /** So far ahead, in months, nothing is known any more. */
    private static final int FARTHEST = 60;

    public CalendarQuery {
        kinds = Set.copyOf(kinds);
    }

    static CalendarQuery of(MultiValueMap<String, String> query, LocalDate today) {
        String months = query.getFirst("months");
        YearMonth now = YearMonth.from(today);
        YearMonth from = month(query.getFirst("from"), now);
        Set<Deadline.Kind> kinds = EnumSet.noneOf(Deadline.Kind.class);
        List<String> named = query.getOrDefault("kind", List.of());
        Arrays.stream(Deadline.Kind.values())
                .filter(kind -> named.contains(kind.name().toLowerCase(Locale.ROOT)))
                .forEach(kinds::add);
        return new CalendarQuery(
                from.isBefore(now) || from.isAfter(now.plusMonths(FARTHEST)) ? now : from,
                MONTHS.stream()
                        .filter(each -> each.toString().equals(months))
                        .findFirst()
                        .orElse(MONTHS.getFirst()),
                kinds);
    }

    private static YearMonth month(@Nullable String text, YearMonth otherwise) {
        try {
            return text == null ? otherwise : YearMonth.parse(text);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** Whether something of this kind is asked for. */
    public boolean shows(Deadline.Kind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** The first day that is shown. */
    LocalDate firstDay(LocalDate today) {
        return from.atDay(1).isBefore(today) ? today : from.atDay(1);
    }

    /** The last one. */
    public LocalDate lastDay() {
        return from.plusMonths(months - 1L).atEndOfMonth();
    }

    /** The months after these. */
    public String next() {
        return address(from.plusMonths(months));
    }

    /** The months before these; empty where they would be over. */
    public String previous(LocalDate today) {
        YearMonth now = YearMonth.from(today);
        YearMonth before = from.minusMonths(months);
        return from.isAfter(now) ? address(before.isBefore(now) ? now : before) : "";
    }

    private String address(YearMonth first) {
        return "/calendar?from=" + first + "&months=" + months
                + kinds.stream()
                        .sorted()
                        .map(kind -> "&kind=" + kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }
}
