package org.lingqu.engine.policy.column;

import java.util.List;

/** One fact of all firms, in the Arrow layout: values beside one bit of validity a firm, padded to whole batches. */
@SuppressWarnings("ArrayRecordComponent") // the arrays are the point; nobody compares these records
public sealed interface Column {

    String name();

    /** One bit a firm, set where the fact is known; padding is clear. */
    long[] valid();

    /**
     * Numbers and dates.
     *
     * @param scale decimal places: the figure is {@code values[row] / 10^scale}, so money kept in 分 has scale 2 in 元
     * @param values integers, at most 2⁵³ in size, so every figure is held exactly; 0 where nothing is valid
     * @param greatest no value is larger in size
     */
    record Figures(String name, int scale, double[] values, long[] valid, double greatest) implements Column {}

    /** Codes, as places in a dictionary; 0 where nothing is valid. */
    record Codes(String name, List<String> dictionary, int[] values, long[] valid) implements Column {
        public Codes {
            dictionary = List.copyOf(dictionary);
        }
    }

    /**
     * Several codes a firm.
     *
     * @param ends where the codes of a row end in {@code values}; they begin where those of the row before end
     */
    record Lists(String name, List<String> dictionary, int[] ends, int[] values, long[] valid) implements Column {
        public Lists {
            dictionary = List.copyOf(dictionary);
        }

        int begin(int row) {
            return row == 0 ? 0 : ends[row - 1];
        }
    }

    /**
     * Spans of days, as those for which titles are held.
     *
     * @param ends where the spans of a row end in {@code from} and {@code to}; they begin where those of the row before end
     * @param to last day, inclusive
     */
    record Spans(String name, int[] ends, int[] from, int[] to, long[] valid) implements Column {
        int begin(int row) {
            return row == 0 ? 0 : ends[row - 1];
        }

        /** Whether one of a firm's spans holds a day, counted from 1970-01-01. */
        public boolean cover(int row, int day) {
            for (int i = begin(row); i < ends[row]; i++) {
                if (from[i] <= day && day <= to[i]) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Yes and no, one bit a firm, clear where nothing is valid. */
    record Flags(String name, long[] values, long[] valid) implements Column {}
}
