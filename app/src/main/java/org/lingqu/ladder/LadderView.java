package org.lingqu.ladder;

import java.util.List;
import java.util.Map;
import org.lingqu.registry.TitleHistory;

/**
 * A ladder with who stands where, and how that came about.
 *
 * @param history at the ends of the last years and today; titles are the rungs
 * @param targets of the years of the history, by title; empty for a park or an industry
 */
public record LadderView(
        Ladder ladder, List<Step> steps, TitleHistory history, Map<Integer, Map<String, Integer>> targets) {

    public LadderView {
        steps = List.copyOf(steps);
        targets = Map.copyOf(targets);
    }
}
