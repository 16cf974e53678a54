package org.lingqu.ladder;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
     * Sets targets of a year, all or none; an empty one is taken back, titles that are not named stay as they are.
     *
     * @param typed by title
     * @return titles whose target is no whole number of up to seven digits; nothing was set where there are any
     */
    public List<String> set(Actor by, int year, Map<String, String> typed) {
        var wanted = new HashMap<String, Optional<Integer>>();
        List<String> wrong = typed.entrySet().stream()
                .filter(each ->
                        !each.getValue().isBlank() && !each.getValue().strip().matches("\\d{1,7}"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            return wrong;
        }
        typed.forEach((title, target) ->
                wanted.put(title, target.isBlank() ? Optional.empty() : Optional.of(Integer.valueOf(target.strip()))));
        database.change(in -> {
            Map<String, Integer> before = TargetRows.of(in, year);
            wanted.forEach((title, target) -> {
                if (!Objects.equals(before.get(title), target.orElse(null))) {
                    target.ifPresentOrElse(
                            number -> TargetRows.set(in, title, year, number, by.name(), clock.instant()),
                            () -> TargetRows.remove(in, title, year));
                    audit.record(
                            by,
                            "ladder.target",
                            "title",
                            title + " " + year,
                            words(before.get(title)),
                            words(target.orElse(null)));
                }
            });
        });
        return List.of();
    }

    private static @Nullable String words(@Nullable Integer target) {
        return target == null ? null : target.toString();
    }
}
