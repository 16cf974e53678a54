package org.lingqu.policy.column;

/** Sizes: a batch is 1,024 firms, so that a plan's scratch stays in the cache; bits come in words of 64. */
final class Rows {

    static final int BATCH = 1024;
    static final int WORDS = BATCH / 64;

    private Rows() {}

    /** Rows rounded up to whole batches. */
    static int padded(int rows) {
        return Math.multiplyExact((rows + BATCH - 1) / BATCH, BATCH);
    }

    static long[] bits(int rows) {
        return new long[padded(rows) / 64];
    }

    static boolean get(long[] bits, int row) {
        return ((bits[row >> 6] >>> row) & 1) != 0;
    }

    static void set(long[] bits, int row) {
        bits[row >> 6] |= 1L << row;
    }
}
