package org.lingqu.registry;

/**
 * A column of a list and what it was taken for.
 *
 * @param words what it holds, as a clear header would say it, see {@link ColumnWords}; empty when it is not clear
 * @param problem stable code of why it is not clear, {@link #NOT_READ} where it is not read although something stands in it; else empty
 */
public record ListColumn(String header, String words, String problem) {

    /** Something stands there, nobody understands the header, and nobody said that it is to be left out. */
    public static final String NOT_READ = "NOT_READ";

    /** Whether something stands there and is not taken in. */
    public boolean isLost() {
        return !problem.isEmpty();
    }
}
