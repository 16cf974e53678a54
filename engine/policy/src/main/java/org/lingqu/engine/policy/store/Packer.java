package org.lingqu.engine.policy.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.Rows;

/**
 * Packs columns batch by batch: which rows are valid, if some are and others not, and integers in as few bytes as the largest of the batch
 * needs. Figures are counted in the largest step that all of a batch are multiples of: money that was written in 万元 is round in 分.
 * {@link Unpacker} reads it.
 */
final class Packer {

    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** Which rows of a batch are valid. */
    static final byte NONE = 0;

    static final byte ALL = 1;
    static final byte SOME = 2;

    private byte[] bytes = new byte[1 << 20];
    private int size;

    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + more, bytes.length + (bytes.length >> 1)));
        }
    }

    void add(Column column, int count) {
        for (int first = 0; first < count; first += Rows.BATCH) {
            if (valid(column.valid(), first)) {
                switch (column) {
                    case Column.Figures figures -> figures(figures, first);
                    case Column.Codes codes -> integers(codes.values(), first, Rows.BATCH);
                    case Column.Flags flags -> words(flags.values(), first / 64);
                    case Column.Lists lists -> {
                        int begin = ends(lists.ends(), first);
                        integers(lists.values(), begin, lists.ends()[first + Rows.BATCH - 1] - begin);
                    }
                    case Column.Spans spans -> {
                        int begin = ends(spans.ends(), first);
                        int length = spans.ends()[first + Rows.BATCH - 1] - begin;
                        integers(spans.from(), begin, length);
                        integers(spans.to(), begin, length);
                    }
                }
            }
        }
    }

    /** Answers whether there is anything. */
    private boolean valid(long[] valid, int first) {
        int some = 0;
        for (int word = first / 64; word < (first + Rows.BATCH) / 64; word++) {
            some += Long.bitCount(valid[word]);
        }
        put(some == 0 ? NONE : some == Rows.BATCH ? ALL : SOME);
        if (some > 0 && some < Rows.BATCH) {
            words(valid, first / 64);
        }
        return some > 0;
    }

    private void put(byte one) {
        ensure(1);
        bytes[size++] = one;
    }

    private void put(long number) {
        ensure(Long.BYTES);
        LONGS.set(bytes, size, number);
        size += Long.BYTES;
    }

    private void words(long[] words, int from) {
        ensure(Rows.BATCH / 8);
        for (int i = 0; i < Rows.BATCH / 64; i++) {
            LONGS.set(bytes, size, words[from + i]);
            size += Long.BYTES;
        }
    }

    private void figures(Column.Figures figures, int first) {
        double[] values = figures.values();
        long step = 0;
        for (int i = first; i < first + Rows.BATCH; i++) {
            step = step == 1 ? 1 : divisor(step, (long) Math.abs(values[i]));
        }
        step = Math.max(step, 1);
        long[] numbers = new long[Rows.BATCH];
        for (int i = 0; i < Rows.BATCH; i++) {
            numbers[i] = (long) values[first + i] / step;
        }
        put(step);
        integers(numbers);
    }

    private static long divisor(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** How many entries each row has. Answers where those of the first begin. */
    private int ends(int[] ends, int first) {
        int begin = first == 0 ? 0 : ends[first - 1];
        long[] lengths = new long[Rows.BATCH];
        int before = begin;
        for (int i = 0; i < Rows.BATCH; i++) {
            lengths[i] = (long) ends[first + i] - before;
            before = ends[first + i];
        }
        integers(lengths);
        return begin;
    }

    private void integers(int[] values, int from, int count) {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = values[from + i];
        }
        integers(numbers);
    }

    private void integers(long[] numbers) {
        byte width = width(numbers);
        put(width);
        ensure(width * numbers.length);
        for (long number : numbers) {
            switch (width) {
                case 1 -> bytes[size] = (byte) number;
                case 2 -> SHORTS.set(bytes, size, (short) number);
                case 4 -> INTS.set(bytes, size, (int) number);
                case 8 -> LONGS.set(bytes, size, number);
                default -> {}
            }
            size += width;
        }
    }

    private static byte width(long[] numbers) {
        long greatest = 0;
        for (long number : numbers) {
            greatest |= number < 0 ? ~number : number;
        }
        if (greatest == 0 && Arrays.stream(numbers).allMatch(number -> number == 0)) {
            return 0;
        }
        return (byte)
                (greatest <= Byte.MAX_VALUE
                        ? 1
                        : greatest <= Short.MAX_VALUE ? 2 : greatest <= Integer.MAX_VALUE ? 4 : 8);
    }
}
