package org.lingqu.engine.policy.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Arrays;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Copies DuckDB's vectors into columns. One value at a time the driver takes about 30 ns, most of it checks; its buffers hold
 * the Arrow layout already, so where they can be seen they are copied whole. Where not, the answers are the same and slower.
 */
final class Vectors {

    private static final @Nullable VarHandle DATA = buffer("data");
    private static final @Nullable VarHandle VALIDITY = buffer("validity");

    private final boolean whole;
    private final long[] longs;
    private final int[] ints;
    private final byte[] bytes;
    private final long[] words;

    /** @param whole whether buffers are copied whole where that is possible */
    Vectors(boolean whole, int largest) {
        this.whole = whole && DATA != null && VALIDITY != null;
        longs = new long[largest];
        ints = new int[largest];
        bytes = new byte[largest];
        words = new long[(largest + 63) / 64];
    }

    private static @Nullable VarHandle buffer(String field) {
        try {
            return MethodHandles.privateLookupIn(DuckDBReadableVector.class, MethodHandles.lookup())
                    .findVarHandle(DuckDBReadableVector.class, field, ByteBuffer.class);
        } catch (ReflectiveOperationException e) {
            return null; // another version of the driver
        }
    }

    private static ByteBuffer of(@Nullable VarHandle handle, DuckDBReadableVector vector) {
        return ((ByteBuffer) java.util.Objects.requireNonNull(handle).get(vector))
                .duplicate()
                .order(ByteOrder.nativeOrder());
    }

    /** The number of the first row, when all follow it one by one. */
    long first(DuckDBReadableVector rows, int count) throws SQLException {
        if (whole) {
            of(DATA, rows).asLongBuffer().get(0, longs, 0, count);
        } else {
            for (int i = 0; i < count; i++) {
                longs[i] = rows.getLong(i);
            }
        }
        for (int i = 1; i < count; i++) {
            if (longs[i] != longs[0] + i) {
                throw new SQLException("row " + longs[i] + " came behind row " + longs[i - 1]);
            }
        }
        return longs[0];
    }

    /** Whole numbers. */
    void figures(FirmField.Form form, DuckDBReadableVector from, int count, double[] values, long[] valid, int at) {
        boolean all = validity(from, count);
        if (whole) {
            copy(form, of(DATA, from), count, values, at);
        } else {
            for (int i = 0; i < count; i++) {
                values[at + i] = known(i) ? one(from, i) : 0;
            }
        }
        if (!all) {
            for (int i = gap(0, count); i < count; i = gap(i + 1, count)) {
                values[at + i] = 0;
            }
        }
        set(valid, at, count);
    }

    private void copy(FirmField.Form form, ByteBuffer data, int count, double[] values, int at) {
        switch (form) {
            case BYTES_8 -> {
                data.asLongBuffer().get(0, longs, 0, count);
                for (int i = 0; i < count; i++) {
                    values[at + i] = longs[i];
                }
            }
            case BYTES_4 -> {
                data.asIntBuffer().get(0, ints, 0, count);
                for (int i = 0; i < count; i++) {
                    values[at + i] = ints[i];
                }
            }
            case BYTES_2 -> {
                for (int i = 0; i < count; i++) {
                    values[at + i] = data.getShort(2 * i);
                }
            }
            case BYTES_1 -> {
                for (int i = 0; i < count; i++) {
                    values[at + i] = data.get(i);
                }
            }
            case PLACES, TEXT, YES_NO -> throw new IllegalArgumentException(form + " holds no figures");
        }
    }

    private static double one(DuckDBReadableVector from, int row) {
        return switch (from.getType()) {
            case TINYINT -> from.getByte(row);
            case SMALLINT -> from.getShort(row);
            case INTEGER -> from.getInt(row);
            case BIGINT -> from.getLong(row);
            case DATE -> from.getLocalDate(row).toEpochDay();
            case DECIMAL -> from.getBigDecimal(row).unscaledValue().doubleValue();
            default -> throw new IllegalArgumentException(from.getType() + " holds no whole numbers");
        };
    }

    void codes(DuckDBReadableVector from, int count, int[] values, long[] valid, int at) {
        boolean all = validity(from, count);
        if (whole) {
            of(DATA, from).asIntBuffer().get(0, values, at, count);
        } else {
            for (int i = 0; i < count; i++) {
                values[at + i] = known(i) ? from.getInt(i) : 0;
            }
        }
        if (!all) {
            for (int i = gap(0, count); i < count; i = gap(i + 1, count)) {
                values[at + i] = 0;
            }
        }
        set(valid, at, count);
    }

    void flags(DuckDBReadableVector from, int count, long[] values, long[] valid, int at) {
        validity(from, count);
        set(valid, at, count);
        if (whole) {
            of(DATA, from).get(0, bytes, 0, count);
        } else {
            for (int i = 0; i < count; i++) {
                bytes[i] = (byte) (known(i) && from.getBoolean(i) ? 1 : 0);
            }
        }
        for (int w = 0; w * 64 < count; w++) {
            long yes = 0;
            for (int i = w * 64; i < Math.min(count, w * 64 + 64); i++) {
                yes |= (bytes[i] & 1L) << i;
            }
            words[w] &= yes;
        }
        set(values, at, count);
    }

    /** Fills {@link #words} with the bits of what is known. Answers whether all is. */
    private boolean validity(DuckDBReadableVector from, int count) {
        int length = (count + 63) / 64;
        Arrays.fill(words, 0, length, -1L);
        if (whole) {
            if (java.util.Objects.requireNonNull(VALIDITY).get(from) != null) {
                of(VALIDITY, from).asLongBuffer().get(0, words, 0, length);
            }
        } else {
            for (int i = 0; i < count; i++) {
                if (from.isNull(i)) {
                    words[i >> 6] &= ~(1L << i);
                }
            }
        }
        if (count % 64 != 0) {
            words[length - 1] &= -1L >>> -count;
        }
        long unknown = 0;
        for (int w = 0; w < length; w++) {
            unknown |= ~words[w] & (w == length - 1 && count % 64 != 0 ? -1L >>> -count : -1L);
        }
        return unknown == 0;
    }

    private boolean known(int row) {
        return ((words[row >> 6] >>> row) & 1) != 0;
    }

    /** The next row from here on that is not known, {@code count} if there is none. */
    private int gap(int from, int count) {
        int row = from;
        while (row < count) {
            long open = ~words[row >> 6] >>> row;
            if (open != 0) {
                return Math.min(count, row + Long.numberOfTrailingZeros(open));
            }
            row = (row | 63) + 1;
        }
        return count;
    }

    /** Sets the bits of {@link #words} from a row on. */
    private void set(long[] bits, int at, int count) {
        int shift = at & 63;
        for (int w = 0; w * 64 < count; w++) {
            bits[(at >> 6) + w] |= words[w] << shift;
            if (shift != 0 && (words[w] >>> (64 - shift)) != 0) {
                bits[(at >> 6) + w + 1] |= words[w] >>> (64 - shift);
            }
        }
    }
}
