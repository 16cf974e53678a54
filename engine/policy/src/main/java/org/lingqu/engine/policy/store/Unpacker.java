package org.lingqu.engine.policy.store;

import java.util.Arrays;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnCopy;
import org.lingqu.engine.policy.column.ColumnShape;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.column.Rows;

/** Reads one column that {@link Packer} wrote, one batch after the other; going back begins again. */
final class Unpacker implements FirmSource.Load {

    private final byte[] bytes;
    private final Column into;
    private final int more; // decimals
    private final int[] places; // of words
    private final int[] numbers; // of one batch, where they go on to somewhere else
    private int at;
    private int batch;

    private Unpacker(byte[] bytes, Column into, int more, int[] places, int most) {
        this.bytes = bytes;
        this.into = into;
        this.more = more;
        this.places = places;
        this.numbers = new int[Math.max(most, Rows.BATCH)];
    }

    /**
     * @param packed the shape it was packed with
     * @param into may have more words and decimals
     */
    static Unpacker of(byte[] bytes, ColumnShape packed, Column into) {
        return switch (into) {
            case Column.Figures figures -> new Unpacker(bytes, into, figures.scale() - packed.scale(), new int[0], 0);
            case Column.Codes codes ->
                new Unpacker(bytes, into, 0, ColumnCopy.places(packed.dictionary(), codes.dictionary()), 0);
            case Column.Lists lists ->
                new Unpacker(bytes, into, 0, ColumnCopy.places(packed.dictionary(), lists.dictionary()), packed.most());
            case Column.Spans ignored -> new Unpacker(bytes, into, 0, new int[0], packed.most());
            case Column.Flags ignored -> new Unpacker(bytes, into, 0, new int[0], 0);
        };
    }

    @Override
    public void at(int first) {
        int wanted = first / Rows.BATCH;
        if (wanted < batch) {
            at = 0;
            batch = 0;
        }
        for (; batch <= wanted; batch++) {
            read(); // a batch is as long as it says itself
        }
    }

    private void read() {
        byte valid = bytes[at++];
        if (valid == Packer.SOME) {
            words(into.valid());
        } else {
            Arrays.fill(into.valid(), valid == Packer.ALL ? -1L : 0);
        }
        if (valid == Packer.NONE) {
            ColumnCopy.clear(into);
            return;
        }
        switch (into) {
            case Column.Figures figures -> figures(figures.values());
            case Column.Codes codes -> {
                integers(codes.values(), Rows.BATCH);
                word(codes.values(), Rows.BATCH);
                clear(codes.values(), into.valid());
            }
            case Column.Flags flags -> words(flags.values());
            case Column.Lists lists -> {
                int length = ends(lists.ends());
                integers(lists.values(), length);
                word(lists.values(), length);
            }
            case Column.Spans spans -> {
                int length = ends(spans.ends());
                integers(spans.from(), length);
                integers(spans.to(), length);
            }
        }
    }

    private void words(long[] to) {
        for (int i = 0; i < Rows.BATCH / 64; i++) {
            to[i] = (long) Packer.LONGS.get(bytes, at);
            at += Long.BYTES;
        }
    }

    private void figures(double[] values) {
        double step = (long) Packer.LONGS.get(bytes, at);
        at += Long.BYTES;
        int width = bytes[at++];
        switch (width) {
            case 1 -> {
                for (int i = 0; i < Rows.BATCH; i++) {
                    values[i] = bytes[at + i] * step;
                }
            }
            case 2 -> {
                for (int i = 0; i < Rows.BATCH; i++) {
                    values[i] = (short) Packer.SHORTS.get(bytes, at + 2 * i) * step;
                }
            }
            case 4 -> {
                for (int i = 0; i < Rows.BATCH; i++) {
                    values[i] = (int) Packer.INTS.get(bytes, at + 4 * i) * step;
                }
            }
            case 8 -> {
                for (int i = 0; i < Rows.BATCH; i++) {
                    values[i] = (long) Packer.LONGS.get(bytes, at + 8 * i) * step;
                }
            }
            default -> Arrays.fill(values, 0);
        }
        at += width * Rows.BATCH;
        if (more != 0) {
            ColumnCopy.rescale(values, more);
        }
    }

    private int ends(int[] ends) {
        integers(numbers, Rows.BATCH);
        int end = 0;
        for (int i = 0; i < Rows.BATCH; i++) {
            end += numbers[i];
            ends[i] = end;
        }
        return end;
    }

    private void integers(int[] to, int count) {
        int width = bytes[at++];
        switch (width) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    to[i] = bytes[at + i];
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    to[i] = (short) Packer.SHORTS.get(bytes, at + 2 * i);
                }
            }
            case 4 -> {
                for (int i = 0; i < count; i++) {
                    to[i] = (int) Packer.INTS.get(bytes, at + 4 * i);
                }
            }
            default -> Arrays.fill(to, 0, count, 0);
        }
        at += width * count;
    }

    private void word(int[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = places[values[i]];
        }
    }

    private static void clear(int[] values, long[] valid) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Rows.get(valid, i) ? values[i] : 0;
        }
    }
}
