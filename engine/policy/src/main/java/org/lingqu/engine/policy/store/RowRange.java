package org.lingqu.engine.policy.store;

/** Rows of a file, counted from 0; {@code to} is exclusive. */
public record RowRange(int from, int to) {
    public RowRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("No rows are from " + from + " to " + to);
        }
    }

    public int count() {
        return to - from;
    }
}
