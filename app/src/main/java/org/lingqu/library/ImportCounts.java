package org.lingqu.library;

import java.util.Map;

/**
 * How many pages of an import are what.
 *
 * @param outcomes without those of which there are none
 * @param repairs made on all of them
 * @param repaired pages with a repair
 * @param warned pages with a warning
 * @param statements on all of them
 * @param leftOut new or changed ones that she does not want
 * @param taken those that are in the base now
 */
public record ImportCounts(
        Map<ImportOutcome, Integer> outcomes,
        long repairs,
        int repaired,
        int warned,
        long statements,
        int leftOut,
        int taken) {

    public ImportCounts {
        outcomes = Map.copyOf(outcomes);
    }

    /** How many there are of a kind. */
    public int of(ImportOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** All pages. */
    public int all() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Pages that taking in would keep. */
    public int wanted() {
        return of(ImportOutcome.NEW) + of(ImportOutcome.CHANGED) - leftOut;
    }
}
