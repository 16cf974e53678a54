package org.lingqu.engine.policy.store;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.column.Rows;

/**
 * One batch of mapped columns at a time, copied into arrays that stay in the processor's cache: the kernels are those of columns
 * on the heap, and memory is read once all the same.
 */
final class RegionWindow implements FirmSource.Window {

    private static final int WORDS = Rows.BATCH / 64;

    private final FirmColumns columns;
    private final List<IntConsumer> loads;
    private int loaded = -1;

    private RegionWindow(FirmColumns columns, List<IntConsumer> loads) {
        this.columns = columns;
        this.loads = loads;
    }

    static RegionWindow of(
            List<RegionDirectory.Entry> entries, Function<RegionDirectory.Buffer, MemorySegment> segments) {
        var columns = new ArrayList<Column>();
        var loads = new ArrayList<IntConsumer>();
        for (RegionDirectory.Entry entry : entries) {
            List<MemorySegment> buffers = entry.buffers().stream().map(segments).toList();
            long[] valid = new long[WORDS];
            loads.add(first -> longs(buffers.get(0), first, valid));
            columns.add(column(entry, buffers, valid, loads));
        }
        return new RegionWindow(new FirmColumns(Rows.BATCH, columns), loads);
    }

    private static Column column(
            RegionDirectory.Entry entry, List<MemorySegment> buffers, long[] valid, List<IntConsumer> loads) {
        return switch (entry.kind()) {
            case FIGURES -> {
                double[] values = new double[Rows.BATCH];
                loads.add(first ->
                        MemorySegment.copy(buffers.get(1), RegionFile.DOUBLE, 8L * first, values, 0, Rows.BATCH));
                yield new Column.Figures(entry.name(), entry.scale(), values, valid, entry.greatest());
            }
            case CODES -> {
                int[] values = new int[Rows.BATCH];
                loads.add(first -> ints(buffers.get(1), first, values, Rows.BATCH));
                yield new Column.Codes(entry.name(), entry.dictionary(), values, valid);
            }
            case FLAGS -> {
                long[] values = new long[WORDS];
                loads.add(first -> longs(buffers.get(1), first, values));
                yield new Column.Flags(entry.name(), values, valid);
            }
            case LISTS -> {
                int[] ends = new int[Rows.BATCH];
                int[] values = new int[entry.most()];
                loads.add(
                        first -> ints(buffers.get(2), ends(buffers.get(1), first, ends), values, ends[Rows.BATCH - 1]));
                yield new Column.Lists(entry.name(), entry.dictionary(), ends, values, valid);
            }
            case SPANS -> {
                int[] ends = new int[Rows.BATCH];
                int[] from = new int[entry.most()];
                int[] to = new int[entry.most()];
                loads.add(first -> {
                    int start = ends(buffers.get(1), first, ends);
                    ints(buffers.get(2), start, from, ends[Rows.BATCH - 1]);
                    ints(buffers.get(3), start, to, ends[Rows.BATCH - 1]);
                });
                yield new Column.Spans(entry.name(), ends, from, to, valid);
            }
        };
    }

    private static void longs(MemorySegment from, int first, long[] words) {
        MemorySegment.copy(from, RegionFile.LONG, first / 8L, words, 0, WORDS);
    }

    private static void ints(MemorySegment from, int first, int[] values, int count) {
        MemorySegment.copy(from, RegionFile.INT, 4L * first, values, 0, count);
    }

    /** Where entries end, counted from the batch's first. Answers where that is among all. */
    private static int ends(MemorySegment offsets, int first, int[] ends) {
        int start = offsets.get(RegionFile.INT, 4L * first);
        ints(offsets, first + 1, ends, Rows.BATCH);
        for (int i = 0; i < Rows.BATCH; i++) {
            ends[i] -= start;
        }
        return start;
    }

    @Override
    public FirmColumns columns() {
        return columns;
    }

    @Override
    public int moveTo(int first) {
        if (first != loaded) {
            for (IntConsumer load : loads) {
                load.accept(first);
            }
            loaded = first;
        }
        return 0;
    }
}
