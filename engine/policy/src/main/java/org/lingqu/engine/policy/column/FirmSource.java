package org.lingqu.engine.policy.column;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Where a plan gets firms from: columns on the heap ({@link FirmColumns}), in a file, or several of them together. Rows come in
 * batches of {@link Rows#BATCH}; some may stand for no firm. Immutable and safe for several threads.
 */
public interface FirmSource extends FirmSchema {

    /** How many rows there are, those that stand for no firm among them. */
    int count();

    /** The columns there are, by name. */
    SequencedMap<String, ColumnShape> shapes();

    /**
     * Something that brings a column's values into a column of one batch, for one thread. Not everything that can be loaded has to be
     * on the heap before.
     *
     * @param into has the name of a column that is there, and a shape that holds its values; its arrays are written to
     */
    Load load(Column into);

    /** See {@link #load}. */
    interface Load {
        /** @param first number of the batch's first row, a multiple of {@link Rows#BATCH} */
        void at(int first);
    }

    /** The bits of 64 rows that stand for firms. */
    default long present(int word) {
        return Rows.of(word, count());
    }

    /** How many firms there are. */
    default int firms() {
        int firms = 0;
        for (int word = 0; word * 64 < count(); word++) {
            firms += Long.bitCount(present(word));
        }
        return firms;
    }

    @Override
    default boolean has(String column) {
        return shapes().containsKey(column);
    }

    @Override
    default Map<String, FigureRange> ranges() {
        var ranges = new LinkedHashMap<String, FigureRange>();
        shapes().values().stream()
                .filter(shape -> shape.kind() == ColumnKind.FIGURES)
                .forEach(shape -> ranges.put(shape.name(), new FigureRange(shape.scale(), shape.greatest())));
        return ranges;
    }

    /**
     * One thread's view.
     *
     * @param columns those that will be looked at
     * @throws IllegalArgumentException if there is no such column
     */
    default Window window(Collection<String> columns) {
        var batch = new ArrayList<Column>();
        for (String name : columns) {
            ColumnShape shape = shapes().get(name);
            if (shape == null) {
                throw new IllegalArgumentException("no column is called " + name);
            }
            batch.add(shape.batch());
        }
        List<Load> loads = batch.stream().map(this::load).toList();
        var seen = new FirmColumns(Rows.BATCH, batch);
        return new Window() {
            @Override
            public FirmColumns columns() {
                return seen;
            }

            @Override
            public int moveTo(int first) {
                loads.forEach(load -> load.at(first));
                return 0;
            }
        };
    }

    /** Some firms at a time: at least the {@link Rows#BATCH} from where it was last moved to. */
    interface Window {

        /** Columns as far as they can be seen through the window; the same object however often it is moved. */
        FirmColumns columns();

        /**
         * Moves on.
         *
         * @param first number of a row, a multiple of {@link Rows#BATCH}
         * @return the row that this one has in {@link #columns()}
         */
        int moveTo(int first);
    }

    /** Told of one row after the other. */
    interface RowUse {
        /**
         * @param row among all
         * @param at the same row in the columns that are looked at
         */
        void row(int row, int at);
    }

    /** Goes through the rows that stand for firms. */
    static void each(FirmSource source, Window window, RowUse use) {
        for (int first = 0; first < source.count(); first += Rows.BATCH) {
            int at = window.moveTo(first);
            for (int word = first / 64; word < (first + Rows.BATCH) / 64; word++) {
                for (long rest = source.present(word); rest != 0; rest &= rest - 1) {
                    int row = word * 64 + Long.numberOfTrailingZeros(rest);
                    use.row(row, at + row - first);
                }
            }
        }
    }
}
