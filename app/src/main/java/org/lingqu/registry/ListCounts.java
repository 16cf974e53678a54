package org.lingqu.registry;

import java.util.Map;

/**
 * What a list would do, by rows.
 *
 * @param cellProblems cells that cannot be taken in or that are remarked on
 * @param withoutCode of the fresh, those that would begin the file of an enterprise that nothing but its name tells from others
 * @param doubted rows with values that are taken in and hardly possible
 */
public record ListCounts(
        int fresh,
        int changed,
        int conflict,
        int unchanged,
        int refused,
        int cellProblems,
        int withoutCode,
        int doubted) {

    /** Nothing was looked at yet. */
    public static final ListCounts NONE = new ListCounts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Rows by what became of them. */
    static ListCounts of(Map<RowOutcome, Integer> rows, int cellProblems) {
        return new ListCounts(
                rows.getOrDefault(RowOutcome.NEW, 0),
                rows.getOrDefault(RowOutcome.CHANGED, 0),
                rows.getOrDefault(RowOutcome.CONFLICT, 0),
                rows.getOrDefault(RowOutcome.UNCHANGED, 0),
                rows.getOrDefault(RowOutcome.REFUSED, 0),
                cellProblems,
                0,
                0);
    }

    /** The same with what somebody has to look at before taking it in. */
    ListCounts remarked(int codeless, int doubts) {
        return new ListCounts(fresh, changed, conflict, unchanged, refused, cellProblems, codeless, doubts);
    }

    /** All rows. */
    public int all() {
        return fresh + changed + conflict + unchanged + refused;
    }

    /** Rows that say something. */
    public int wanted() {
        return fresh + changed + conflict;
    }

    /** Rows of one outcome. */
    public int of(RowOutcome outcome) {
        return switch (outcome) {
            case NEW -> fresh;
            case CHANGED -> changed;
            case CONFLICT -> conflict;
            case UNCHANGED -> unchanged;
            case REFUSED -> refused;
        };
    }
}
