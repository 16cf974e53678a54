package org.lingqu.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.Rows;

/** What was said of one fact about some thousand enterprises, until it becomes a column; emptied, it serves again. */
abstract sealed class ColumnValues {

    /** All integers up to here are doubles. */
    private static final double EXACT = 0x1p53;

    /** Whether there is a value. */
    boolean isAny;

    /** @param count how many enterprises there are */
    abstract Column column(String name, int count);

    /** @param count how many enterprises there were */
    abstract void clear(int count);

    /** Decimals as digits with a scale of their own, until the scale that fits all is known. */
    static final class Figures extends ColumnValues {

        private final long[] digits;
        private final byte[] scales;
        private final long[] valid;
        private int most;

        Figures(int capacity) {
            digits = new long[capacity];
            scales = new byte[capacity];
            valid = Rows.bits(capacity);
        }

        void set(int row, long number, int scale) {
            long plain = number;
            int places = scale;
            while (places > 0 && plain % 10 == 0) {
                plain /= 10;
                places--;
            }
            digits[row] = plain;
            scales[row] = (byte) places;
            most = Math.max(most, places);
            Rows.set(valid, row);
            isAny = true;
        }

        void set(int row, BigDecimal number) {
            BigDecimal plain = number.stripTrailingZeros();
            int scale = Math.clamp(plain.scale(), 0, 18);
            BigDecimal held = plain.setScale(scale, RoundingMode.HALF_EVEN);
            while (held.precision() > 18 && scale > 0) {
                held = held.setScale(--scale, RoundingMode.HALF_EVEN);
            }
            set(
                    row,
                    held.precision() > 18 ? clamped(held) : held.unscaledValue().longValueExact(),
                    scale);
        }

        /** Nothing a list or a form takes is so large; something older may be. */
        private static long clamped(BigDecimal huge) {
            return huge.signum() < 0 ? -999_999_999_999_999_999L : 999_999_999_999_999_999L;
        }

        void set(int row, String text, int from, int to) {
            if (to - from > 18) {
                set(row, new BigDecimal(text.substring(from, to)));
                return;
            }
            long number = 0;
            int point = -1;
            boolean negative = text.charAt(from) == '-';
            for (int i = negative ? from + 1 : from; i < to; i++) {
                char c = text.charAt(i);
                if (c == '.') {
                    point = i;
                } else {
                    number = number * 10 + (c - '0');
                }
            }
            set(row, negative ? -number : number, point < 0 ? 0 : to - 1 - point);
        }

        @Override
        void clear(int count) {
            Arrays.fill(digits, 0, count, 0);
            Arrays.fill(scales, 0, count, (byte) 0);
            Arrays.fill(valid, 0);
            most = 0;
        }

        double number(int row) {
            return digits[row] / Math.pow(10, scales[row]);
        }

        /**
         * With as many decimals as any figure has. Where the largest could then not be held exactly (15 digits), decimals beyond are
         * rounded off, rather than that nobody is decided.
         */
        @Override
        Column column(String name, int count) {
            int scale = most;
            double greatest = greatest(scale, count);
            while (scale > 0 && greatest > EXACT) {
                scale--;
                greatest = greatest(scale, count);
            }
            var values = new double[Rows.padded(count)];
            for (int row = 0; row < count; row++) {
                if (Rows.get(valid, row)) {
                    values[row] = scaled(row, scale);
                }
            }
            return new Column.Figures(name, scale, values, bits(valid, count), greatest);
        }

        private double greatest(int scale, int count) {
            double greatest = 0;
            for (int row = 0; row < count; row++) {
                greatest = Math.max(greatest, Math.abs(scaled(row, scale)));
            }
            return greatest;
        }

        private double scaled(int row, int scale) {
            int up = scale - scales[row];
            if (up == 0) {
                return digits[row];
            }
            return up > 0
                    ? digits[row]
                            * POWERS[up] // exact: both are integers, and the product is held or the scale goes down
                    : Math.rint(digits[row] / POWERS[-up]);
        }
    }

    private static final double[] POWERS = powers();

    private static double[] powers() {
        var powers = new double[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** Bits of as many rows as there are now; those beyond were never set. */
    private static long[] bits(long[] of, int count) {
        return Arrays.copyOf(of, Rows.padded(count) / 64);
    }

    static final class Codes extends ColumnValues {

        private final Map<String, Integer> dictionary = new LinkedHashMap<>();
        private final int[] values;
        private final long[] valid;

        Codes(int capacity) {
            values = new int[capacity];
            valid = Rows.bits(capacity);
        }

        void set(int row, String code) {
            Integer known = dictionary.get(code);
            if (known == null) {
                known = dictionary.size();
                dictionary.put(code, known);
            }
            values[row] = known;
            Rows.set(valid, row);
            isAny = true;
        }

        @Override
        void clear(int count) {
            dictionary.clear();
            Arrays.fill(values, 0, count, 0);
            Arrays.fill(valid, 0);
        }

        @Override
        Column column(String name, int count) {
            return new Column.Codes(
                    name,
                    List.copyOf(dictionary.keySet()),
                    Arrays.copyOf(Arrays.copyOf(values, count), Rows.padded(count)),
                    bits(valid, count));
        }
    }

    /** Several things for the few enterprises that have any. */
    abstract static sealed class Several<T> extends ColumnValues {

        final Map<Integer, T> values = new TreeMap<>();

        void set(int row, T several) {
            values.put(row, several);
            isAny = true;
        }

        @Override
        void clear(int count) {
            values.clear();
        }
    }

    static final class Lists extends Several<Set<String>> {

        @Override
        Column column(String name, int count) {
            var dictionary = new LinkedHashMap<String, Integer>();
            var all = new ArrayList<Integer>();
            var ends = new int[Rows.padded(count)];
            long[] valid = Rows.bits(count);
            for (int row = 0; row < count; row++) {
                Set<String> several = values.get(row);
                if (several != null) {
                    Rows.set(valid, row);
                    several.forEach(code -> all.add(dictionary.computeIfAbsent(code, each -> dictionary.size())));
                }
                ends[row] = all.size();
            }
            Arrays.fill(ends, count, ends.length, all.size());
            return new Column.Lists(
                    name,
                    List.copyOf(dictionary.keySet()),
                    ends,
                    all.stream().mapToInt(Integer::intValue).toArray(),
                    valid);
        }
    }

    static final class Flags extends ColumnValues {

        private final long[] values;
        private final long[] valid;

        Flags(int capacity) {
            values = Rows.bits(capacity);
            valid = Rows.bits(capacity);
        }

        void set(int row, boolean yes) {
            Rows.set(valid, row);
            if (yes) {
                Rows.set(values, row);
            }
            isAny = true;
        }

        @Override
        void clear(int count) {
            Arrays.fill(values, 0);
            Arrays.fill(valid, 0);
        }

        @Override
        Column column(String name, int count) {
            return new Column.Flags(name, bits(values, count), bits(valid, count));
        }
    }

    static final class Spans extends Several<List<TitleSpan>> {

        @Override
        Column column(String name, int count) {
            int all = values.values().stream().mapToInt(List::size).sum();
            var from = new int[all];
            var to = new int[all];
            var ends = new int[Rows.padded(count)];
            long[] valid = Rows.bits(count);
            int end = 0;
            for (int row = 0; row < count; row++) {
                List<TitleSpan> held = values.get(row);
                if (held != null) {
                    Rows.set(valid, row);
                    for (TitleSpan span : held) {
                        LocalDate last = span.to();
                        from[end] = (int) span.from().toEpochDay();
                        to[end] = last == null ? Integer.MAX_VALUE : (int) last.toEpochDay();
                        end++;
                    }
                }
                ends[row] = end;
            }
            Arrays.fill(ends, count, ends.length, end);
            return new Column.Spans(name, ends, from, to, valid);
        }
    }
}
