package org.lingqu.policy.draft;

import java.util.EnumSet;
import java.util.Set;

/** How far a draft is. */
public enum DraftState {
    /** It is being written. */
    EDITING,
    /** A second person shall look at it. */
    SUBMITTED,
    /** A second person approved the newest revision. */
    APPROVED,
    /** It counts from the first day of its validity. */
    PUBLISHED,
    /** Nobody wants it any more; it is kept. */
    DISCARDED;

    /** Where it may go from here. */
    public Set<DraftState> next() {
        return switch (this) {
            case EDITING -> EnumSet.of(SUBMITTED, DISCARDED);
            case SUBMITTED -> EnumSet.of(EDITING, APPROVED, DISCARDED);
            case APPROVED -> EnumSet.of(EDITING, PUBLISHED, DISCARDED);
            case PUBLISHED, DISCARDED -> EnumSet.noneOf(DraftState.class);
        };
    }
}
