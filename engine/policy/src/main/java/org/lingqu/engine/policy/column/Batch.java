package org.lingqu.engine.policy.column;

/** One thread's scratch for a plan: where each slot's values of the current 1,024 firms are. */
final class Batch {

    final FirmColumns columns;
    final Kernels kernels = Kernels.best();

    /** Amounts: values and validity, and where the batch begins in them. */
    final double[][] x;

    final int[] xAt;
    final long[][] valid;
    final int[] validAt;

    /** Tests. */
    final long[][] t;

    final long[][] f;

    /** First firm of the batch. */
    int first;

    /** How many firms were decided in fractions. */
    long secondLooks;

    final long[] doubtful = new long[Rows.WORDS];
    final long[] both = new long[Rows.WORDS];

    Batch(FirmColumns columns, int amounts, int tests) {
        this.columns = columns;
        x = new double[amounts][];
        xAt = new int[amounts];
        valid = new long[amounts][];
        validAt = new int[amounts];
        t = new long[tests][Rows.WORDS];
        f = new long[tests][Rows.WORDS];
    }

    /** Words of rows where both amounts are valid. */
    long[] bothValid(int left, int right) {
        and(left, right, both);
        return both;
    }

    void and(int left, int right, long[] out) {
        long[] a = valid[left];
        long[] b = valid[right];
        int aAt = validAt[left];
        int bAt = validAt[right];
        for (int w = 0; w < Rows.WORDS; w++) {
            out[w] = a[aAt + w] & b[bAt + w];
        }
    }

    void copyValid(int from, long[] out) {
        System.arraycopy(valid[from], validAt[from], out, 0, Rows.WORDS);
    }

    /** Where a test holds. */
    long[] yes(int test, boolean negated) {
        return negated ? f[test] : t[test];
    }

    /** Where a test is known not to hold. */
    long[] no(int test, boolean negated) {
        return negated ? t[test] : f[test];
    }

    ExactRow exact(int inBatch) {
        secondLooks++;
        return new ExactRow(columns, first + inBatch);
    }
}
