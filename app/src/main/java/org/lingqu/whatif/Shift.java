package org.lingqu.whatif;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.rule.Truth;
import org.lingqu.engine.policy.whatif.PolicyChange;

/** What became of a firm's answer, worst news and best news first. */
public enum Shift {
    GAINED("新增符合", "gains"),
    LOST("不再符合", "loses"),
    OPENED("由不符合变为可能", "becomes possible"),
    CLOSED("由可能变为不符合", "becomes impossible");

    private final String chinese;
    private final String english;

    Shift(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    static Shift of(Truth before, Truth after) {
        if (after == Truth.TRUE) {
            return GAINED;
        }
        if (before == Truth.TRUE) {
            return LOST;
        }
        return before == Truth.FALSE ? OPENED : CLOSED;
    }

    static String word(Truth answer) {
        return switch (answer) {
            case TRUE -> "符合";
            case FALSE -> "不符合或不适用";
            case UNKNOWN -> "待补数据或确认";
        };
    }

    /** Rows of the firms whose answer shifted this way. */
    public List<Integer> firms(PolicyChange change) {
        var rows = new ArrayList<Integer>();
        for (int row : change.changed()) {
            if (of(change.before(row), change.after(row)) == this) {
                rows.add(row);
            }
        }
        return rows;
    }
}
