package org.lingqu.engine.policy.column;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Puts exact answers where doubles were too close to call. */
final class Patch {

    private Patch() {}

    /** Goes over the valid rows of a batch that are doubtful. */
    static void each(Batch b, long[] valid, IntPredicate doubtful, IntConsumer patch) {
        for (int w = 0; w < Rows.WORDS; w++) {
            for (long rest = valid[w]; rest != 0; rest &= rest - 1) {
                int row = w * 64 + Long.numberOfTrailingZeros(rest);
                if (doubtful.test(row)) {
                    patch.accept(row);
                }
            }
        }
    }

    static void clear(long[] bits, int row) {
        bits[row >> 6] &= ~(1L << row);
    }

    static void amount(Batch b, int out, int scale, int row, Node.Amount node) {
        Fraction exact = b.exact(row).amount(node);
        if (exact == null) {
            clear(b.valid[out], row);
        } else {
            b.x[out][row] = Amounts.scaled(exact, scale);
        }
    }

    static void presence(Batch b, int out, int row, Node.Amount node) {
        if (b.exact(row).amount(node) == null) {
            clear(b.valid[out], row);
        } else {
            Rows.set(b.valid[out], row);
        }
    }

    static void test(Batch b, int out, int row, Node.Test node) {
        clear(b.t[out], row);
        clear(b.f[out], row);
        switch (b.exact(row).test(node)) {
            case TRUE -> Rows.set(b.t[out], row);
            case FALSE -> Rows.set(b.f[out], row);
            case UNKNOWN -> {}
        }
    }
}
