package org.lingqu.registry.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.Holding;

/**
 * A figure over the years as columns in a picture of {@value #WIDTH} by {@value #HEIGHT}. The axis begins at zero. A year for which
 * nothing is held stays empty: it is neither zero nor drawn between its neighbours.
 *
 * @param fact whose values they are, in the words of the dictionary; of a share the two facts with a stroke between
 * @param unit of the words {@code registry.chart.unit.UNIT}
 * @param columns by year, the oldest first, with those of which nothing is held
 */
public record YearChart(String fact, Unit unit, List<Column> columns) {

    public static final int WIDTH = 300;
    public static final int HEIGHT = 150;
    public static final int BOTTOM = 126;

    private static final int TOP = 24;
    private static final int MOST_YEARS = 6;
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    private static final List<String> REVENUE = List.of("营业收入", "销售收入", "主营业务收入");
    private static final String RD = "研发费用";
    private static final String STAFF = "职工总数";

    /** What the figures are told in. */
    public enum Unit {
        WAN(BigDecimal.valueOf(10_000), 1),
        YI(YearChart.YI, 2),
        PERCENT(new BigDecimal("0.01"), 2),
        PEOPLE(BigDecimal.ONE, 0);

        private final BigDecimal size;
        private final int places;

        Unit(BigDecimal size, int places) {
            this.size = size;
            this.places = places;
        }

        BigDecimal of(BigDecimal value) {
            BigDecimal told = value.divide(size, places, RoundingMode.HALF_UP).stripTrailingZeros();
            return told.scale() < 0 ? told.setScale(0) : told;
        }
    }

    /**
     * A year.
     *
     * @param value in the unit of the chart, rounded as it is told; null when nothing is held
     * @param left of the column, as {@code width} in the picture's own measure
     * @param top of the column; what is below zero has no height
     */
    public record Column(int year, @Nullable BigDecimal value, double left, double width, double top) {
        /** The middle, where words stand. */
        public double middle() {
            return left + width / 2;
        }

        public double height() {
            return BOTTOM - top;
        }
    }

    public YearChart {
        columns = List.copyOf(columns);
    }

    /** Whether there is something to see: figures that are all zero are told in the table only. */
    public boolean isDrawn() {
        return columns.stream()
                .anyMatch(column -> column.value() != null && column.value().signum() > 0);
    }

    /** Revenue, research and development, its share of revenue, staff; only those of which something is held. */
    static List<YearChart> of(FirmFile file) {
        NavigableMap<Integer, BigDecimal> rd = values(file, RD);
        Optional<String> earned =
                REVENUE.stream().filter(fact -> !values(file, fact).isEmpty()).findFirst();
        NavigableMap<Integer, BigDecimal> revenue =
                earned.map(fact -> values(file, fact)).orElseGet(TreeMap::new);
        NavigableMap<Integer, BigDecimal> staff = values(file, STAFF);
        var share = new TreeMap<Integer, BigDecimal>();
        rd.forEach((year, costs) -> {
            BigDecimal base = revenue.get(year);
            if (base != null && base.signum() > 0) {
                share.put(year, costs.divide(base, MathContext.DECIMAL64));
            }
        });
        List<Integer> years = years(List.of(rd, revenue, staff));
        var charts = new ArrayList<YearChart>();
        add(charts, earned.orElse(""), money(revenue), revenue, years);
        add(charts, RD, money(rd), rd, years);
        add(charts, RD + "/" + earned.orElse(""), Unit.PERCENT, share, years);
        add(charts, STAFF, Unit.PEOPLE, staff, years);
        return charts;
    }

    private static NavigableMap<Integer, BigDecimal> values(FirmFile file, String fact) {
        var values = new TreeMap<Integer, BigDecimal>();
        for (Holding held : file.holdings().values()) {
            FactYear of = held.of();
            if (of.fact().equals(fact)
                    && of.isYearly()
                    && held.value() instanceof FactValue.Amount(BigDecimal number)) {
                values.put(of.year(), number);
            }
        }
        return values;
    }

    /** The newest of them without a gap between. */
    private static List<Integer> years(List<NavigableMap<Integer, BigDecimal>> series) {
        var held = new TreeSet<Integer>();
        series.forEach(each -> held.addAll(each.keySet()));
        var years = new ArrayList<Integer>();
        if (!held.isEmpty()) {
            for (int year = Math.max(held.first(), held.last() - MOST_YEARS + 1); year <= held.last(); year++) {
                years.add(year);
            }
        }
        return years;
    }

    private static Unit money(NavigableMap<Integer, BigDecimal> values) {
        return values.values().stream().anyMatch(value -> value.abs().compareTo(YI) >= 0) ? Unit.YI : Unit.WAN;
    }

    private static void add(
            List<YearChart> charts,
            String fact,
            Unit unit,
            NavigableMap<Integer, BigDecimal> values,
            List<Integer> years) {
        if (years.stream().noneMatch(values::containsKey)) {
            return;
        }
        double most = years.stream()
                .map(values::get)
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
        double step = WIDTH / (double) years.size();
        var columns = new ArrayList<Column>();
        for (int i = 0; i < years.size(); i++) {
            BigDecimal value = values.get(years.get(i));
            double share = value == null || most <= 0 ? 0 : Math.max(0, value.doubleValue() / most);
            columns.add(new Column(
                    years.get(i),
                    value == null ? null : unit.of(value),
                    tenth(i * step + step * 0.2),
                    tenth(step * 0.6),
                    tenth(BOTTOM - share * (BOTTOM - TOP))));
        }
        charts.add(new YearChart(fact, unit, columns));
    }

    private static double tenth(double place) {
        return Math.round(place * 10) / 10.0;
    }
}
