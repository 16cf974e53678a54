package org.lingqu.engine.policy.fact;

/**
 * Which way a firm can move a value of its own, so that a gap is told as a step that somebody may take: nobody is told to dismiss
 * staff, to earn less or to undo an accident.
 */
public enum Effort {
    /** It can be raised; of a yes/no, brought to 是. */
    UP,
    /** It can be brought down (负债总额, a rank); of a yes/no, to 否. */
    DOWN,
    /** What happened, what time alone brings, what follows from other figures. */
    NONE;

    /** What goes without saying. */
    static Effort usual(FactType type) {
        return type.isNumber() ? UP : NONE;
    }

    /** Whether values of a type can be moved at all. */
    static boolean canMove(FactType type) {
        return type.isNumber() || type == FactType.YES_NO;
    }
}
