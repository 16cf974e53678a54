package org.lingqu.ladder;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.ladder.store.TargetRows;
import org.springframework.stereotype.Service;

/** How many enterprises of the whole region shall hold a title at the end of a year, as officers set it. */
@Service
public final class LadderTargets {

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    LadderTargets(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of a year, by title. */
    public Map<String, Integer> of(int year) {
        return database.read(in -> TargetRows.of(in, year));
    }

    /**
     * What came of setting targets; they are set where both are empty.
     *
     * @param wrong titles whose target is no whole number of up to seven digits
     * @param overtaken titles that somebody else set meanwhile, with what she set; empty where she took it back
     */
    public record Outcome(List<String> wrong, SortedMap<String, String> overtaken) {

        /** Whether everything was set. */
        public boolean isDone() {
            return wrong.isEmpty() && overtaken.isEmpty();
        }
    }

    /**
     * Sets targets of a year, all or none; an empty one is taken back, titles that are not named or not changed stay as they are.
     *
     * @param typed by title
     * @param seen what stood in the form before, by title; a title that is not in it is set whatever stands there now
     */
    public Outcome set(Actor by, int year, Map<String, String> typed, Map<String, String> seen) {
        List<String> wrong = typed.entrySet().stream()
                .filter(each ->
                        !each.getValue().isBlank() && !each.getValue().strip().matches("\\d{1,7}"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            return new Outcome(wrong, new TreeMap<>());
        }
        var wanted = new TreeMap<String, String>();
        typed.forEach((title, target) -> {
            if (!target.strip().equals(seen.get(title))) {
                wanted.put(title, target.strip());
            }
        });
        return database.write(in -> {
            Map<String, Integer> before = TargetRows.of(in, year);
            var overtaken = new TreeMap<String, String>();
            wanted.keySet().stream()
                    .filter(title ->
                            seen.containsKey(title) && !shown(before.get(title)).equals(seen.get(title)))
                    .forEach(title -> overtaken.put(title, shown(before.get(title))));
            if (overtaken.isEmpty()) {
                wanted.forEach((title, target) -> set(in, by, title, year, before.get(title), target));
            }
            return new Outcome(List.of(), overtaken);
        });
    }

    private void set(DSLContext in, Actor by, String title, int year, @Nullable Integer before, String target) {
        Integer now = target.isEmpty() ? null : Integer.valueOf(target);
        if (Objects.equals(before, now)) {
            return;
        }
        if (now == null) {
            TargetRows.remove(in, title, year);
        } else {
            TargetRows.set(in, title, year, now, by.name(), clock.instant());
        }
        audit.record(by, "ladder.target", "title", title + " " + year, told(before), told(now));
    }

    private static @Nullable String told(@Nullable Integer target) {
        return target == null ? null : target.toString();
    }

    private static String shown(@Nullable Integer target) {
        return Objects.requireNonNullElse(told(target), "");
    }
}
