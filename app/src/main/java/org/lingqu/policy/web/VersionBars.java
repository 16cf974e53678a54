package org.lingqu.policy.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.catalogue.Status;

/**
 * When the versions of a policy count, as bars beneath each other; the days stand beside them in words.
 *
 * @param first year with which the bars begin
 * @param last year with which they end, inclusive
 * @param today where today stands on them
 */
public record VersionBars(List<Bar> bars, int first, int last, int today) {

    /** How wide all of them are together. */
    public static final int WIDTH = 1000;

    private static final int NARROWEST = 6;

    public VersionBars {
        bars = List.copyOf(bars);
    }

    /**
     * A version.
     *
     * @param from where its first day stands, of {@value #WIDTH}
     * @param width at least {@value #NARROWEST}; to the edge where no end is known
     */
    public record Bar(Policy version, int from, int width, Status status) {}

    /** @param versions of one policy, at least one, in any order */
    public static VersionBars of(List<Policy> versions, LocalDate today) {
        List<Policy> sorted = versions.stream()
                .sorted(Comparator.comparing(policy -> policy.validity().from()))
                .toList();
        LocalDate begin = sorted.getFirst().validity().from().withDayOfYear(1);
        LocalDate latest = sorted.stream()
                .map(VersionBars::lastDay)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int last = Math.max(latest.getYear(), today.getYear()) + 1;
        LocalDate end = LocalDate.of(last, 12, 31);
        List<Bar> bars = sorted.stream()
                .map(version -> {
                    int from = at(version.validity().from(), begin, end);
                    LocalDate to = version.validity().to();
                    int until = to == null ? WIDTH : at(to.plusDays(1), begin, end);
                    return new Bar(version, from, Math.max(NARROWEST, until - from), Status.of(version, today));
                })
                .toList();
        return new VersionBars(bars, begin.getYear(), last, Math.max(0, at(today, begin, end)));
    }

    private static LocalDate lastDay(Policy policy) {
        return Optional.ofNullable(policy.validity().to())
                .orElse(policy.validity().from());
    }

    private static int at(LocalDate day, LocalDate begin, LocalDate end) {
        return (int) Math.min(WIDTH, WIDTH * ChronoUnit.DAYS.between(begin, day) / ChronoUnit.DAYS.between(begin, end));
    }

    /** The version that begins next after a day; empty where none is known. */
    public Optional<Policy> next(LocalDate day) {
        return bars.stream()
                .map(Bar::version)
                .filter(version -> version.validity().from().isAfter(day))
                .findFirst();
    }
}
