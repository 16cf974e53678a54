package org.lingqu.engine.policy.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A column to be written; every kind may have missing values. */
@SuppressWarnings("ArrayRecordComponent") // the arrays are the point; nobody compares these records
public sealed interface ParquetColumn {

    String name();

    /** Parquet's number of the physical type. */
    int type();

    default boolean isText() {
        return false;
    }

    /** One bit a row, set where the value is known, packed from the lowest bit; {@code from} is a multiple of 64. */
    byte[] known(int from, int to);

    /** The known values, PLAIN. */
    byte[] values(int from, int to);

    /** True, false or unknown, as two bit sets. */
    record Ternary(String name, long[] met, long[] notMet) implements ParquetColumn {
        @Override
        public int type() {
            return 0;
        }

        @Override
        public byte[] known(int from, int to) {
            ByteBuffer bytes = buffer((to - from + 63) / 64 * 8);
            for (int w = from / 64; w * 64 < to; w++) {
                bytes.putLong(met[w] | notMet[w]);
            }
            return first(bytes, (to - from + 7) / 8);
        }

        @Override
        public byte[] values(int from, int to) {
            ByteBuffer bytes = buffer((to - from + 63) / 64 * 8 + 8);
            long open = 0;
            int filled = 0;
            for (int w = from / 64; w * 64 < to; w++) {
                int rows = Math.min(64, to - w * 64);
                long known = (met[w] | notMet[w]) & (-1L >>> (64 - rows));
                long packed = Long.compress(met[w], known);
                int count = Long.bitCount(known);
                open |= packed << filled;
                if (filled + count >= 64) {
                    bytes.putLong(open);
                    open = filled == 0 ? 0 : packed >>> (64 - filled);
                    filled = filled + count - 64;
                } else {
                    filled += count;
                }
            }
            bytes.putLong(open);
            int bits = (bytes.position() - 8) * 8 + filled;
            return first(bytes, (bits + 7) / 8);
        }
    }

    /** Figures with a bit where they are known. */
    record Numbers(String name, double[] values, long[] valid, double unit) implements ParquetColumn {
        @Override
        public int type() {
            return 5;
        }

        @Override
        public byte[] known(int from, int to) {
            return new Ternary(name, valid, valid).known(from, to);
        }

        @Override
        public byte[] values(int from, int to) {
            ByteBuffer bytes = buffer((to - from) * 8);
            for (int row = from; row < to; row++) {
                if (((valid[row >> 6] >>> row) & 1) != 0) {
                    bytes.putDouble(values[row] / unit);
                }
            }
            return first(bytes, bytes.position());
        }
    }

    /**
     * The number of each row, always known.
     *
     * @param first number of row 0
     */
    record RowNumbers(String name, long first) implements ParquetColumn {
        @Override
        public int type() {
            return 2;
        }

        @Override
        public byte[] known(int from, int to) {
            return allKnown(from, to);
        }

        @Override
        public byte[] values(int from, int to) {
            ByteBuffer bytes = buffer((to - from) * 8);
            for (int row = from; row < to; row++) {
                bytes.putLong(first + row);
            }
            return ParquetColumn.first(bytes, bytes.position());
        }
    }

    /** Words, always known. */
    record Words(String name, List<String> words) implements ParquetColumn {
        @Override
        public int type() {
            return 6;
        }

        @Override
        public boolean isText() {
            return true;
        }

        @Override
        public byte[] known(int from, int to) {
            return allKnown(from, to);
        }

        @Override
        public byte[] values(int from, int to) {
            var out = new java.io.ByteArrayOutputStream();
            for (String word : words.subList(from, to)) {
                byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                out.writeBytes(first(buffer(4).putInt(bytes.length), 4));
                out.writeBytes(bytes);
            }
            return out.toByteArray();
        }
    }

    private static byte[] allKnown(int from, int to) {
        byte[] bytes = new byte[(to - from + 7) / 8];
        java.util.Arrays.fill(bytes, (byte) -1);
        return bytes;
    }

    private static byte[] first(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(0, bytes);
        return bytes;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
