package org.lingqu.bench.match;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.Rows;

/** Made-up firms with the facts that 高新技术企业认定 asks, about 5 % of each missing; money in 分. The same seed gives the same firms. */
final class WhatIfFirms {

    static final int AS_OF_YEAR = 2026;
    private static final int AS_OF = 20_634; // 2026-06-30
    private static final List<String> SIZES = List.of("大型", "中型", "小型", "微型");
    private static final List<String> INDUSTRIES =
            IntStream.range(13, 76).mapToObj(n -> n + "10").toList();

    private final int count;
    private final SplittableRandom random;
    private final List<Column> columns = new ArrayList<>();

    private WhatIfFirms(int count, long seed) {
        this.count = count;
        random = new SplittableRandom(seed);
    }

    private interface Value {
        double of(int row);
    }

    static FirmColumns of(int count, long seed) {
        var firms = new WhatIfFirms(count, seed);
        firms.fill();
        return new FirmColumns(count, firms.columns);
    }

    private void fill() {
        double[] sales = new double[count];
        double[] staff = new double[count];
        for (int row = 0; row < count; row++) {
            sales[row] = Math.rint(50 * Math.pow(20_000, random.nextDouble())) * 1_000_000;
            staff[row] = 5 + random.nextInt(600);
        }
        for (int back = 1; back <= 3; back++) {
            double grown = 1 - 0.1 * (back - 1);
            year("销售收入", back, 2, row -> Math.rint(sales[row] * grown));
            year("研发费用", back, 2, row -> Math.rint(sales[row] * grown * (0.01 + 0.08 * ((row * 31L % 997) / 997.0))));
            year("境内研发费用", back, 2, row -> Math.rint(sales[row] * grown * (0.01 + 0.07 * ((row * 31L % 997) / 997.0))));
            year("净资产", back, 2, row -> Math.rint(sales[row] * 0.6 * grown));
            year("科技成果转化数", back, 0, row -> random.nextInt(9));
        }
        year("高新技术产品收入", 1, 2, row -> Math.rint(sales[row] * random.nextDouble()));
        year("收入总额", 1, 2, row -> sales[row]);
        year("不征税收入", 1, 2, row -> 0);
        year("应纳税所得额", 1, 2, row -> Math.rint(sales[row] * 0.08 * random.nextDouble()));
        year("职工总数", 1, 0, row -> staff[row]);
        year("科技人员", 1, 0, row -> Math.rint(staff[row] * random.nextDouble() * 0.4));
        figures("成立日期", 0, row -> AS_OF - random.nextInt(6000));
        figures("Ⅰ类知识产权", 0, row -> random.nextInt(4));
        figures("Ⅱ类知识产权", 0, row -> random.nextInt(10));
        figures("已使用Ⅱ类知识产权", 0, row -> 0);
        for (String item : List.of("advanced", "support", "rd-rules", "rd-body", "conversion-rules", "talent-rules")) {
            figures(ColumnNames.judgement("cn/high-tech#" + item), 0, row -> 2 + random.nextInt(3));
        }
        for (String flag : List.of("居民企业", "自主研发知识产权", ColumnNames.answer("cn/high-tech#field"))) {
            flags(flag, 40);
        }
        flags("参与制定标准", 2);
        flags("一年内重大安全质量事故或严重环境违法", 0);
        codes("行业代码", INDUSTRIES);
        codes("企业规模", SIZES);
    }

    private void year(String fact, int back, int scale, Value value) {
        figures(ColumnNames.of(fact, AS_OF_YEAR - back), scale, value);
    }

    private void figures(String name, int scale, Value value) {
        double[] values = new double[Rows.padded(count)];
        long[] valid = Rows.bits(count);
        double greatest = 0;
        for (int row = 0; row < count; row++) {
            if (isThere()) {
                values[row] = value.of(row);
                greatest = Math.max(greatest, Math.abs(values[row]));
                Rows.set(valid, row);
            }
        }
        columns.add(new Column.Figures(name, scale, values, valid, greatest));
    }

    private boolean isThere() {
        return random.nextInt(20) > 0;
    }

    /** @param yes how many of 41 say yes */
    private void flags(String name, int yes) {
        long[] values = Rows.bits(count);
        long[] valid = Rows.bits(count);
        for (int row = 0; row < count; row++) {
            if (isThere()) {
                Rows.set(valid, row);
                if (random.nextInt(41) < yes) {
                    Rows.set(values, row);
                }
            }
        }
        columns.add(new Column.Flags(name, values, valid));
    }

    private void codes(String name, List<String> dictionary) {
        int[] values = new int[Rows.padded(count)];
        long[] valid = Rows.bits(count);
        for (int row = 0; row < count; row++) {
            if (isThere()) {
                values[row] = random.nextInt(dictionary.size());
                Rows.set(valid, row);
            }
        }
        columns.add(new Column.Codes(name, dictionary, values, valid));
    }
}
