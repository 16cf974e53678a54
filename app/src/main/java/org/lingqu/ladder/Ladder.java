package org.lingqu.ladder;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ladder of titles.
 *
 * @param id stable, lower-case words joined by hyphens
 * @param rungs from the lowest up; never empty
 */
public record Ladder(String id, String name, String english, List<Rung> rungs) {

    /**
     * One rung.
     *
     * @param policy the policy that grants the title, {@code cn/high-tech}; empty where none does
     * @param targets how many enterprises of the whole region shall hold the title at the end of a year
     */
    public record Rung(String title, String policy, SortedMap<Integer, Integer> targets) {
        public Rung {
            targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        }

        /** The target of a year; empty where nobody has set one. */
        public Optional<Integer> target(int year) {
            return Optional.ofNullable(targets.get(year));
        }
    }

    /** The titles, from the lowest up. */
    public List<String> titles() {
        return rungs.stream().map(Rung::title).toList();
    }

    public Ladder {
        rungs = List.copyOf(rungs);
    }
}
