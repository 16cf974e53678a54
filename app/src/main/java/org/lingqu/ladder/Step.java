package org.lingqu.ladder;

import java.util.Optional;
import java.util.OptionalInt;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.Tally;

/**
 * A rung with who stands on it and who could.
 *
 * @param holders enterprises that hold the title today
 * @param expiring of these, how many lose it within the days asked for
 * @param policy in force that grants it; empty where there is none
 * @param tally how enterprises stand to that policy; empty where it is not decided
 * @param withWay of those one step away, how many have a step that they can take; empty where they are too many to be searched
 * @param target how many of the region, or of the place that is looked at, shall hold it at the end of this year; empty where nobody
 *     has said, and for a park or an industry
 * @param sum what the targets of the places come to; empty where no place has one, and for a part of the region
 */
public record Step(
        Ladder.Rung rung,
        int holders,
        int expiring,
        Optional<Policy> policy,
        Optional<Tally> tally,
        OptionalInt withWay,
        Optional<Integer> target,
        Optional<Integer> sum) {

    /** Whether the places have other targets, together, than the whole region has. */
    public boolean isAtOdds() {
        return target.isPresent() && sum.isPresent() && !target.equals(sum);
    }

    /** Per cent of the target that is reached; 100 for a target of nobody. */
    public int reached() {
        int wanted = target.orElse(0);
        return wanted == 0 ? 100 : (int) (100L * holders / wanted);
    }
}
