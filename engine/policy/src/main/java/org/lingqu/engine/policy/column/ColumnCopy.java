package org.lingqu.engine.policy.column;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** Copies a batch of a column into a column of one batch, which may have more words and more decimals. */
public final class ColumnCopy {

    private static final double[] POWERS = powers();

    private ColumnCopy() {}

    private static double[] powers() {
        var powers = new double[23]; // 10^22 is the last that a double holds exactly
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** A stored figure with so many decimals more; fewer are rounded off. */
    public static double rescaled(double stored, int places) {
        return places >= 0 ? stored * POWERS[places] : Math.rint(stored / POWERS[-places]);
    }

    /** Where the words of one dictionary stand in another that has them all. */
    public static int[] places(List<String> dictionary, List<String> in) {
        if (in.size() >= dictionary.size() && in.subList(0, dictionary.size()).equals(dictionary)) {
            return identity(dictionary.size());
        }
        var known = new HashMap<String, Integer>();
        for (String word : in) {
            known.put(word, known.size());
        }
        return dictionary.stream().mapToInt(known::get).toArray();
    }

    private static int[] identity(int size) {
        int[] places = new int[size];
        Arrays.setAll(places, i -> i);
        return places;
    }

    /** Makes a batch say that nothing is known of anybody. */
    public static void clear(Column to) {
        Arrays.fill(to.valid(), 0);
        switch (to) {
            case Column.Figures figures -> Arrays.fill(figures.values(), 0);
            case Column.Codes codes -> Arrays.fill(codes.values(), 0);
            case Column.Lists lists -> Arrays.fill(lists.ends(), 0);
            case Column.Spans spans -> Arrays.fill(spans.ends(), 0);
            case Column.Flags flags -> Arrays.fill(flags.values(), 0);
        }
    }

    /** @throws ClassCastException if they are of different kinds */
    static FirmSource.Load of(Column from, Column to) {
        return switch (to) {
            case Column.Figures target -> figures((Column.Figures) from, target);
            case Column.Codes target -> codes((Column.Codes) from, target);
            case Column.Lists target -> lists((Column.Lists) from, target);
            case Column.Spans target -> spans((Column.Spans) from, target);
            case Column.Flags target ->
                first -> {
                    valid(from, first, target);
                    System.arraycopy(((Column.Flags) from).values(), first / 64, target.values(), 0, Rows.WORDS);
                };
        };
    }

    private static void valid(Column from, int first, Column to) {
        System.arraycopy(from.valid(), first / 64, to.valid(), 0, Rows.WORDS);
    }

    private static FirmSource.Load figures(Column.Figures from, Column.Figures to) {
        int more = to.scale() - from.scale();
        return first -> {
            valid(from, first, to);
            System.arraycopy(from.values(), first, to.values(), 0, Rows.BATCH);
            if (more != 0) {
                rescale(to.values(), more);
            }
        };
    }

    /** See {@link #rescaled}, of a whole batch. */
    public static void rescale(double[] values, int places) {
        for (int i = 0; i < values.length; i++) {
            values[i] = rescaled(values[i], places);
        }
    }

    private static FirmSource.Load codes(Column.Codes from, Column.Codes to) {
        int[] places = places(from.dictionary(), to.dictionary());
        return first -> {
            valid(from, first, to);
            for (int i = 0; i < Rows.BATCH; i++) {
                to.values()[i] = Rows.get(to.valid(), i) ? places[from.values()[first + i]] : 0;
            }
        };
    }

    private static FirmSource.Load lists(Column.Lists from, Column.Lists to) {
        int[] places = places(from.dictionary(), to.dictionary());
        return first -> {
            valid(from, first, to);
            int begin = from.begin(first);
            for (int i = 0; i < Rows.BATCH; i++) {
                to.ends()[i] = from.ends()[first + i] - begin;
            }
            for (int i = 0; i < to.ends()[Rows.BATCH - 1]; i++) {
                to.values()[i] = places[from.values()[begin + i]];
            }
        };
    }

    private static FirmSource.Load spans(Column.Spans from, Column.Spans to) {
        return first -> {
            valid(from, first, to);
            int begin = from.begin(first);
            for (int i = 0; i < Rows.BATCH; i++) {
                to.ends()[i] = from.ends()[first + i] - begin;
            }
            System.arraycopy(from.from(), begin, to.from(), 0, to.ends()[Rows.BATCH - 1]);
            System.arraycopy(from.to(), begin, to.to(), 0, to.ends()[Rows.BATCH - 1]);
        };
    }
}
