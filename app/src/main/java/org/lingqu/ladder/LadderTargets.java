package org.lingqu.ladder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.ladder.store.TargetRows;
import org.springframework.stereotype.Service;

/** How many enterprises of the region, or of a place in it, shall hold a title at the end of a year, as officers set it. */
@Service
public final class LadderTargets {

    /** How many years after this one targets can be set for. */
    private static final int AHEAD = 2;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    LadderTargets(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** The years for which targets are set: the last, this one and the next two. */
    public static List<Integer> years(LocalDate today) {
        return IntStream.rangeClosed(today.getYear() - 1, today.getYear() + AHEAD)
                .boxed()
                .toList();
    }

    /** Of a year. */
    public SortedMap<Target, Integer> of(int year) {
        return database.read(in -> TargetRows.of(in, year));
    }

    /**
     * Of a year and a place, by title.
     *
     * @param place its code; empty for the whole region
     */
    public Map<String, Integer> of(int year, String place) {
        var targets = new TreeMap<String, Integer>();
        of(year).forEach((target, number) -> {
            if (target.place().equals(place)) {
                targets.put(target.title(), number);
            }
        });
        return targets;
    }

    /**
     * What the targets of places come to, by title; a place that lies in another one that has a target is counted with that. Titles
     * without a target of any place are left out.
     */
    public static SortedMap<String, Integer> sums(SortedMap<Target, Integer> targets) {
        var sums = new TreeMap<String, Integer>();
        targets.forEach((target, number) -> {
            boolean counted = targets.keySet().stream()
                    .anyMatch(other ->
                            !other.isWhole() && other.title().equals(target.title()) && target.isWithin(other));
            if (!target.isWhole() && !counted) {
                sums.merge(target.title(), number, Integer::sum);
            }
        });
        return sums;
    }

    /**
     * What came of setting targets; they are set where both are empty.
     *
     * @param wrong whose target is no whole number of up to seven digits
     * @param overtaken what somebody else set meanwhile; empty where she took it back
     */
    public record Outcome(List<Target> wrong, SortedMap<Target, String> overtaken) {

        /** Nothing is wrong. */
        public static final Outcome FINE = new Outcome(List.of(), new TreeMap<>());

        /** Whether everything was set. */
        public boolean isDone() {
            return wrong.isEmpty() && overtaken.isEmpty();
        }
    }

    /**
     * Sets targets of a year, all or none; an empty one is taken back, those that are not named or not changed stay as they are.
     *
     * @param typed as typed
     * @param seen what stood in the form before; what is not in it is set whatever stands there now
     */
    public Outcome set(Actor by, int year, Map<Target, String> typed, Map<Target, String> seen) {
        List<Target> wrong = typed.entrySet().stream()
                .filter(each ->
                        !each.getValue().isBlank() && !each.getValue().strip().matches("\\d{1,7}"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            return new Outcome(wrong, new TreeMap<>());
        }
        var wanted = new TreeMap<Target, String>();
        typed.forEach((target, number) -> {
            if (!number.strip().equals(seen.get(target))) {
                wanted.put(target, number.strip());
            }
        });
        return database.write(in -> {
            SortedMap<Target, Integer> before = TargetRows.of(in, year);
            var overtaken = new TreeMap<Target, String>();
            wanted.keySet().stream()
                    .filter(target -> seen.containsKey(target)
                            && !shown(before.get(target)).equals(seen.get(target)))
                    .forEach(target -> overtaken.put(target, shown(before.get(target))));
            if (overtaken.isEmpty()) {
                wanted.forEach((target, number) -> set(in, by, target, year, before.get(target), number));
            }
            return new Outcome(List.of(), overtaken);
        });
    }

    private void set(DSLContext in, Actor by, Target target, int year, @Nullable Integer before, String number) {
        Integer now = number.isEmpty() ? null : Integer.valueOf(number);
        if (Objects.equals(before, now)) {
            return;
        }
        if (now == null) {
            TargetRows.remove(in, target, year);
        } else {
            TargetRows.set(in, target, year, now, by.name(), clock.instant());
        }
        audit.record(
                by,
                "ladder.target",
                "title",
                target.title() + " " + year + (target.isWhole() ? "" : " " + target.place()),
                told(before),
                told(now));
    }

    private static @Nullable String told(@Nullable Integer target) {
        return target == null ? null : target.toString();
    }

    private static String shown(@Nullable Integer target) {
        return Objects.requireNonNullElse(told(target), "");
    }
}
