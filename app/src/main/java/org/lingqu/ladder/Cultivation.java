package org.lingqu.ladder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.CriterionTally;

/**
 * 培育库 of a rung: who does not hold its title and meets its policy, or misses one criterion of it.
 *
 * @param ready numbers of enterprises that meet everything, the largest revenue first
 * @param near of those that miss one criterion alone and have a step that they can take, likewise
 * @param stuck of those that miss one criterion alone and have none, likewise
 * @param isSearched whether steps were looked for; where they are too many to be searched all stand under {@code near}
 * @param gaps criteria that alone stand in somebody's way, those of most enterprises first
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Cultivation(
        Ladder ladder,
        Ladder.Rung rung,
        Policy policy,
        long[] ready,
        long[] near,
        long[] stuck,
        boolean isSearched,
        List<CriterionTally> gaps) {

    public Cultivation {
        gaps = List.copyOf(gaps);
    }

    /** How many are in it. */
    public int size() {
        return ready.length + near.length + stuck.length;
    }

    /** Those from a place on, at most so many; who meets everything comes first, then who has a step. */
    public List<Long> part(int offset, int limit) {
        return Stream.of(ready, near, stuck)
                .flatMapToLong(Arrays::stream)
                .skip(offset)
                .limit(limit)
                .boxed()
                .toList();
    }
}
