package org.lingqu.policy;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many enterprises stand how to a policy.
 *
 * @param holders of those that meet it, how many already hold its title
 */
public record Tally(Map<Standing, Integer> counts, int holders) {

    public Tally {
        counts = Map.copyOf(counts);
    }

    @SuppressWarnings("EnumOrdinal") // counted by place, within one run
    static Tally of(int[] counts, int holders) {
        var by = new EnumMap<Standing, Integer>(Standing.class);
        for (Standing standing : Standing.values()) {
            by.put(standing, counts[standing.ordinal()]);
        }
        return new Tally(by, holders);
    }

    /** How many stand so. */
    public int of(Standing standing) {
        return counts.getOrDefault(standing, 0);
    }

    /** How many it is meant for. */
    public int meant() {
        return of(Standing.MET) + of(Standing.NEAR) + of(Standing.OPEN) + of(Standing.NOT_MET);
    }

    /** How many meet it and do not hold its title yet. */
    public int toApply() {
        return of(Standing.MET) - holders;
    }
}
