package org.lingqu.engine.policy.column;

/** Sizes: a batch is 1,024 firms, so that a plan's scratch stays in the cache; bits come in words of 64. */
public final class Rows {

    /** Firms a batch. */
    public static final int BATCH = 1024;

    static final int WORDS = BATCH / 64;

    private Rows() {}

    /** Rows rounded up to whole batches. */
    public static int padded(int rows) {
        return Math.multiplyExact((rows + BATCH - 1) / BATCH, BATCH);
    }

    /** Clear bits for so many rows, rounded up to whole batches. */
    public static long[] bits(int rows) {
        return new long[padded(rows) / 64];
    }

    /** Whether a row's bit is set. */
    public static boolean get(long[] bits, int row) {
        return ((bits[row >> 6] >>> row) & 1) != 0;
    }

    /** Whether a row's bit is set in the word it falls into. */
    static boolean get(long word, int row) {
        return ((word >>> row) & 1) != 0;
    }

    /** Sets a row's bit. */
    public static void set(long[] bits, int row) {
        bits[row >> 6] |= 1L << row;
    }

    /** The bits of a word that stand for rows, of so many in all. */
    static long of(int word, int rows) {
        int left = rows - word * 64;
        return left >= 64 ? -1L : left <= 0 ? 0 : -1L >>> (64 - left);
    }
}
