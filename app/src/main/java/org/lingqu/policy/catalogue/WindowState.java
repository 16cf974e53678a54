package org.lingqu.policy.catalogue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Policy;

/** How the time to apply stands on a day; what is about to close is open, too. */
public enum WindowState {
    /** 正在受理. */
    OPEN,
    /** Open, with its last day within 30 days. */
    CLOSING,
    /** Not open, with its first day within 30 days. */
    OPENING,
    /** 本期已截止: both ends are given, it is not open, and it does not open within 30 days. */
    CLOSED,
    /** 全年: from the first of January to the last of December. */
    YEAR,
    /** The file does not give both ends: it differs by place, or nobody knows. */
    NOT_GIVEN;

    private static final MonthDay FIRST = MonthDay.of(1, 1);
    private static final MonthDay LAST = MonthDay.of(12, 31);

    /**
     * All that hold; at least one.
     *
     * @param next the window that is open or comes next; null when there is none
     */
    static Set<WindowState> of(Policy policy, @Nullable OpenSpan next, LocalDate day) {
        MonthDay opens = policy.window().opens();
        MonthDay closes = policy.window().closes();
        var states = EnumSet.noneOf(WindowState.class);
        if (opens == null || closes == null) {
            states.add(NOT_GIVEN);
        } else if (opens.equals(FIRST) && closes.equals(LAST)) {
            states.add(YEAR);
        }
        if (next != null) {
            add(states, OPEN, next.isOpen(day));
            add(states, CLOSING, next.closesSoon(day));
            add(states, OPENING, next.opensSoon(day));
        }
        add(states, CLOSED, opens != null && closes != null && !states.contains(OPEN) && !states.contains(OPENING));
        return states;
    }

    private static void add(Set<WindowState> states, WindowState state, boolean holds) {
        if (holds) {
            states.add(state);
        }
    }
}
