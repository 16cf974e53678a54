package org.lingqu.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Validity;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.Enterprises;
import org.springframework.stereotype.Service;

/** What happens on which day: worked out from the policies and the titles whenever somebody asks, kept nowhere. */
@Service
public final class Deadlines {

    private final InstalledPack installed;
    private final Enterprises enterprises;

    Deadlines(InstalledPack installed, Enterprises enterprises) {
        this.installed = installed;
        this.enterprises = enterprises;
    }

    /** Today, where the platform is used. */
    public LocalDate today() {
        return enterprises.today();
    }

    /**
     * In order of the days.
     *
     * @param to inclusive, as {@code from}
     * @param titles whether titles that expire are among it, which is not for everybody
     */
    public List<Deadline> between(LocalDate from, LocalDate to, boolean titles) {
        var found = new ArrayList<Deadline>();
        for (Policy policy : installed.pack().policies()) {
            windows(policy, from, to, found);
            Validity validity = policy.validity();
            add(policy, Deadline.Kind.BEGINS, validity.from(), from, to, found);
            if (validity.to() != null) {
                add(policy, Deadline.Kind.ENDS, validity.to(), from, to, found);
            }
        }
        if (titles) {
            enterprises
                    .expiries(from, to)
                    .forEach(expiry -> found.add(new Deadline(
                            expiry.day(), Deadline.Kind.EXPIRE, expiry.title(), expiry.title(), expiry.enterprises())));
        }
        found.sort(Comparator.comparing(Deadline::day)
                .thenComparing(Deadline::kind)
                .thenComparing(Deadline::subject));
        return found;
    }

    private static void windows(Policy policy, LocalDate from, LocalDate to, List<Deadline> into) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            MonthDay opens = policy.window().opens();
            MonthDay closes = policy.window().closes();
            window(policy, Deadline.Kind.OPENS, opens, year, from, to, into);
            window(policy, Deadline.Kind.CLOSES, closes, year, from, to, into);
        }
    }

    private static void window(
            Policy policy,
            Deadline.Kind kind,
            @Nullable MonthDay day,
            int year,
            LocalDate from,
            LocalDate to,
            List<Deadline> into) {
        if (day != null && policy.inForce(day.atYear(year))) {
            add(policy, kind, day.atYear(year), from, to, into);
        }
    }

    private static void add(
            Policy policy, Deadline.Kind kind, LocalDate day, LocalDate from, LocalDate to, List<Deadline> into) {
        if (!day.isBefore(from) && !day.isAfter(to)) {
            into.add(new Deadline(day, kind, policy.fullName(), policy.title(), 0));
        }
    }
}
