package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.yaml.Place;

/**
 * One band of a table.
 *
 * @param low null when it has no lower end
 * @param high null when it has no upper end
 * @param from the value inside the band, or the least that may be judged there
 * @param to the same value, or the most
 */
record Band(
        Place place,
        String text,
        @Nullable BigDecimal low,
        boolean lowIncluded,
        @Nullable BigDecimal high,
        boolean highIncluded,
        BigDecimal from,
        BigDecimal to) {

    /** Lowest first. */
    static final Comparator<Band> BY_LOW = (a, b) -> {
        if (a.low == null || b.low == null) {
            return Boolean.compare(a.low != null, b.low != null);
        }
        int byLow = a.low.compareTo(b.low);
        return byLow != 0 ? byLow : Boolean.compare(b.lowIncluded, a.lowIncluded);
    };

    boolean isEmpty() {
        if (low == null || high == null) {
            return false;
        }
        int order = low.compareTo(high);
        return order > 0 || (order == 0 && !(lowIncluded && highIncluded));
    }

    /** Whether some value belongs to this band and the next higher one. */
    boolean overlaps(Band next) {
        if (high == null || next.low == null) {
            return true;
        }
        int order = high.compareTo(next.low);
        return order > 0 || (order == 0 && highIncluded && next.lowIncluded);
    }

    /** Whether some value lies between this band and the next higher one. */
    boolean leavesGapBefore(Band next) {
        if (high == null || next.low == null) {
            return false;
        }
        int order = high.compareTo(next.low);
        return order < 0 || (order == 0 && !highIncluded && !next.lowIncluded);
    }
}
