package org.lingqu.engine.policy.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Firms of chance: small figures that collide, large ones that strain doubles, dates, codes, lists, and gaps in all. */
final class RandomColumns {

    static final int FIGURES = 8;
    private static final List<String> WORDS = List.of("C39", "C3952", "I65", "M73", "A01", "C26", "B06");

    private RandomColumns() {}

    static FirmColumns of(Random random, int count) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < FIGURES; i++) {
            columns.add(figures(random, count, "n" + i, i % 4, i));
        }
        columns.add(dates(random, count));
        columns.add(codes(random, count, "code", WORDS));
        columns.add(codes(
                random,
                count,
                "wide",
                java.util.stream.IntStream.range(0, 150).mapToObj(n -> "X" + n).toList()));
        columns.add(lists(random, count));
        columns.add(flags(random, count));
        return new FirmColumns(count, columns);
    }

    private static Column figures(Random random, int count, String name, int scale, int kind) {
        double[] values = new double[Rows.padded(count)];
        long[] valid = Rows.bits(count);
        double greatest = 0;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(10) > 0) {
                Rows.set(valid, i);
                values[i] = switch (kind) {
                    case 0, 1 -> random.nextInt(7) - 2;
                    case 2, 3 -> random.nextInt(200) * 50;
                    case 4 -> random.nextInt(2) * 1000 + random.nextInt(3);
                    case 5 -> random.nextLong(1L << 40);
                    case 6 -> random.nextLong(1L << 53) - (1L << 52);
                    default -> random.nextInt(1, 1000) * 1_000_000_000L;
                };
                greatest = Math.max(greatest, Math.abs(values[i]));
            }
        }
        return new Column.Figures(name, scale, values, valid, greatest);
    }

    private static Column dates(Random random, int count) {
        double[] values = new double[Rows.padded(count)];
        long[] valid = Rows.bits(count);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(10) > 0) {
                Rows.set(valid, i);
                values[i] = random.nextInt(-3000, 22_000);
            }
        }
        return new Column.Figures("date", 0, values, valid, 22_000);
    }

    private static Column codes(Random random, int count, String name, List<String> words) {
        int[] values = new int[Rows.padded(count)];
        long[] valid = Rows.bits(count);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(10) > 0) {
                Rows.set(valid, i);
                values[i] = random.nextInt(words.size());
            }
        }
        return new Column.Codes(name, words, values, valid);
    }

    private static Column lists(Random random, int count) {
        int[] ends = new int[Rows.padded(count)];
        var values = new ArrayList<Integer>();
        long[] valid = Rows.bits(count);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(10) > 0) {
                Rows.set(valid, i);
                random.ints(random.nextInt(4), 0, WORDS.size()).distinct().forEach(values::add);
            }
            ends[i] = values.size();
        }
        java.util.Arrays.fill(ends, count, ends.length, values.size());
        return new Column.Lists(
                "list", WORDS, ends, values.stream().mapToInt(Integer::intValue).toArray(), valid);
    }

    private static Column flags(Random random, int count) {
        long[] values = Rows.bits(count);
        long[] valid = Rows.bits(count);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(10) > 0) {
                Rows.set(valid, i);
                if (random.nextBoolean()) {
                    Rows.set(values, i);
                }
            }
        }
        return new Column.Flags("flag", values, valid);
    }
}
