package org.lingqu.engine.policy.column;

/**
 * By what firms are grouped: the codes of a column, or how they begin, so that 3952 and 3921 of GB/T 4754 both fall into 39.
 *
 * @param column a column of codes
 * @param letters how many letters of the code count, {@link #WHOLE} for all
 */
public record GroupBy(String column, int letters) {

    public static final int WHOLE = Integer.MAX_VALUE;

    public GroupBy {
        if (letters < 1) {
            throw new IllegalArgumentException("A group is told by at least one letter of " + column);
        }
    }

    public static GroupBy code(String column) {
        return new GroupBy(column, WHOLE);
    }

    String of(String code) {
        return code.length() <= letters ? code : code.substring(0, letters);
    }
}
