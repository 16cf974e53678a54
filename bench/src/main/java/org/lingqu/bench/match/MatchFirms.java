package org.lingqu.bench.match;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.Rows;

/**
 * Made-up firms: about 5 % of every fact missing, one firm in fifty exactly on a border of the rule. The same seed gives the
 * same firms. Money in 分, dates as days since 1970-01-01; missing values are 0 beside a clear bit.
 */
final class MatchFirms {

    static final List<String> INDUSTRIES =
            IntStream.range(13, 53).mapToObj(n -> "C" + n).toList();
    static final int ASOF = 20_454; // 2026-01-01

    final int count;
    final double[] research;
    final double[] revenue;
    final double[] revenueLastYear;
    final double[] hightech;
    final double[] staff;
    final double[] researchers;
    final double[] patents;
    final double[] founded;
    final int[] industry;
    final long[] dishonest;
    final List<long[]> valid = new ArrayList<>();

    private final SplittableRandom random;

    MatchFirms(int count, long seed) {
        this.count = count;
        random = new SplittableRandom(seed);
        int rows = Rows.padded(count);
        research = new double[rows];
        revenue = new double[rows];
        revenueLastYear = new double[rows];
        hightech = new double[rows];
        staff = new double[rows];
        researchers = new double[rows];
        patents = new double[rows];
        founded = new double[rows];
        industry = new int[rows];
        dishonest = Rows.bits(count);
        for (int i = 0; i < 10; i++) {
            valid.add(Rows.bits(count));
        }
        for (int row = 0; row < count; row++) {
            fill(row);
        }
    }

    private void fill(int row) {
        boolean border = random.nextInt(50) == 0;
        // 万元 as 分; log-uniform between 50 万 and 10 亿
        long lastYear = Math.round(50 * Math.pow(20_000, random.nextDouble())) * 1_000_000L;
        if (border) {
            lastYear = random.nextBoolean() ? 5_000_000_000L * 100 : 20_000_000_000L * 100;
        }
        long threeYears = lastYear * 3 - lastYear / 100 * random.nextInt(100);
        revenueLastYear[row] = lastYear;
        revenue[row] = threeYears;
        research[row] = border
                ? (double) (threeYears / 100 * random.nextInt(3, 6))
                : Math.floor(threeYears * random.nextDouble() * 0.12);
        hightech[row] = border ? (double) (lastYear / 10 * 6) : Math.floor(lastYear * random.nextDouble());
        staff[row] = random.nextInt(1, 60) * 10;
        researchers[row] = border ? staff[row] / 10 : random.nextInt((int) staff[row] / 2);
        patents[row] = random.nextInt(12);
        founded[row] = border ? ASOF - 365 : ASOF - random.nextInt(8000);
        industry[row] = random.nextInt(INDUSTRIES.size());
        if (random.nextInt(40) == 0) {
            Rows.set(dishonest, row);
        }
        for (long[] bits : valid) {
            if (random.nextInt(20) > 0) {
                Rows.set(bits, row);
            }
        }
        clearMissing(row);
    }

    private void clearMissing(int row) {
        List<double[]> figures = figures();
        for (int i = 0; i < figures.size(); i++) {
            if (!Rows.get(valid.get(i), row)) {
                figures.get(i)[row] = 0;
            }
        }
        if (!Rows.get(valid.get(8), row)) {
            industry[row] = 0;
        }
        if (!Rows.get(valid.get(9), row)) {
            dishonest[row >> 6] &= ~(1L << row);
        }
    }

    List<double[]> figures() {
        return List.of(research, revenue, revenueLastYear, hightech, staff, researchers, patents, founded);
    }

    FirmColumns columns() {
        List<String> names = MatchRule.FIGURES;
        var columns = new ArrayList<Column>();
        for (int i = 0; i < names.size(); i++) {
            double[] values = figures().get(i);
            columns.add(new Column.Figures(names.get(i), i < 4 ? 2 : 0, values, valid.get(i), greatest(values)));
        }
        columns.add(new Column.Codes(MatchRule.INDUSTRY, INDUSTRIES, industry, valid.get(8)));
        columns.add(new Column.Flags(MatchRule.DISHONEST, dishonest, valid.get(9)));
        return new FirmColumns(count, columns);
    }

    private static double greatest(double[] values) {
        double greatest = 0;
        for (double value : values) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }
}
