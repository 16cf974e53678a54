package org.lingqu.engine.policy.decision;

/** What is supposed of manual and judged items that are still open, seen from the condition that is asked about. */
enum Assumption {
    /** Nothing: they are unknown. */
    OPEN,
    /** Every answer and judgement speaks for it: yes and the most points, but no where a yes excludes. */
    YES,
    /** Every answer and judgement speaks against it. */
    NO;

    /** What speaks for something speaks against its opposite. */
    Assumption opposite() {
        return switch (this) {
            case OPEN -> OPEN;
            case YES -> NO;
            case NO -> YES;
        };
    }
}
