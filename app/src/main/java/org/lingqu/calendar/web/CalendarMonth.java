package org.lingqu.calendar.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.lingqu.calendar.Deadline;

/**
 * A month of the calendar.
 *
 * @param days what happens on single days: the windows of policies first on each day, then their versions
 * @param expiring titles that run out in it, those of most enterprises first
 */
public record CalendarMonth(YearMonth month, List<Deadline> days, List<Expiring> expiring) {

    /**
     * A title that runs out.
     *
     * @param enterprises how many hold it until a day of the month and have not renewed it
     * @param address of the list of these
     */
    public record Expiring(String title, int enterprises, String address) {}

    public CalendarMonth {
        days = List.copyOf(days);
        expiring = List.copyOf(expiring);
    }

    /**
     * By month.
     *
     * @param deadlines in the order of their days, none of them before {@code from}
     */
    static List<CalendarMonth> of(List<Deadline> deadlines, LocalDate from) {
        SequencedMap<YearMonth, List<Deadline>> byMonth = new TreeMap<>();
        deadlines.forEach(each -> byMonth.computeIfAbsent(YearMonth.from(each.day()), month -> new ArrayList<>())
                .add(each));
        return byMonth.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue(), from))
                .toList();
    }

    private static CalendarMonth of(YearMonth month, List<Deadline> deadlines, LocalDate from) {
        var counts = new LinkedHashMap<String, Integer>();
        var days = new ArrayList<Deadline>();
        for (Deadline each : deadlines) {
            if (each.kind() == Deadline.Kind.EXPIRE) {
                counts.merge(each.title(), each.count(), Integer::sum);
            } else {
                days.add(each);
            }
        }
        return new CalendarMonth(
                month,
                days,
                counts.entrySet().stream()
                        .sorted(Comparator.comparingInt(each -> -each.getValue()))
                        .map(each -> new Expiring(each.getKey(), each.getValue(), address(each.getKey(), month, from)))
                        .toList());
    }

    /** What ran out earlier in the month is not counted, so it is not asked for either. */
    private static String address(String title, YearMonth month, LocalDate from) {
        String when = YearMonth.from(from).equals(month) ? from + "/" + month.atEndOfMonth() : month.toString();
        return "/enterprises?title=" + URLEncoder.encode(title, StandardCharsets.UTF_8) + "&expiresOn="
                + URLEncoder.encode(when, StandardCharsets.UTF_8);
    }
}
