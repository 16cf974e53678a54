package org.lingqu.library;

/**
 * How many statements of other pages are about the same indicator, region and period as a statement, each way counted up to
 * {@link #MOST}: a page shows that there are many, and the statement itself which.
 *
 * @param of the statement
 * @param agree those that give the same value in the same unit
 * @param differ those that give another one
 */
public record PeerCount(long of, int agree, int differ) {

    /** More are not counted. */
    public static final int MOST = 20;

    /** A number as it is shown: {@code 20+} where counting ended. */
    public static String shown(int count) {
        return count >= MOST ? MOST + "+" : Integer.toString(count);
    }
}
