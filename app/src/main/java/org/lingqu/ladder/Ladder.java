package org.lingqu.ladder;

import java.util.List;

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
     */
    public record Rung(String title, String policy) {}

    public Ladder {
        rungs = List.copyOf(rungs);
    }
}
