package org.lingqu.library.search;

import org.jspecify.annotations.Nullable;
import org.lingqu.library.store.ChangeRows;

/**
 * How far the index is, as it goes with each commit.
 *
 * @param base which base it was made from; empty when none
 * @param change number of the last change that is in it; 0 when none
 */
record IndexedUpTo(String base, long change) {

    static final IndexedUpTo NOTHING = new IndexedUpTo("", 0);

    /** @param marker as {@link #marker} gives it; anything else is nothing */
    static IndexedUpTo of(@Nullable String marker) {
        int colon = marker == null ? -1 : marker.indexOf(':');
        if (marker == null || colon < 0 || !marker.substring(colon + 1).matches("[0-9]{1,18}")) {
            return NOTHING;
        }
        return new IndexedUpTo(marker.substring(0, colon), Long.parseLong(marker.substring(colon + 1)));
    }

    String marker() {
        return base + ":" + change;
    }

    /** Whether it was made from this base, at a time that it has seen. */
    boolean isOf(ChangeRows.State state) {
        return change == 0 || (base.equals(state.base()) && change <= state.last());
    }
}
