package org.lingqu.ladder;

import java.util.List;
import org.lingqu.registry.TitleHistory;

/**
 * A ladder with who stands where, and how that came about.
 *
 * @param history at the ends of the last years and today; titles are the rungs
 */
public record LadderView(Ladder ladder, List<Step> steps, TitleHistory history) {

    public LadderView {
        steps = List.copyOf(steps);
    }
}
