package org.lingqu.engine.policy.decision;

/** What is supposed of manual and judged items that are still open. */
enum Assumption {
    /** Nothing: they are unknown. */
    OPEN,
    /** Every question is answered yes and every judgement is the highest possible. */
    YES,
    /** Every question is answered no and every judgement is the lowest possible. */
    NO
}
