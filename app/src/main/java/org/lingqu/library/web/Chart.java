package org.lingqu.library.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;
import org.lingqu.library.FoundStatement;
import tools.jackson.databind.json.JsonMapper;

/**
 * One indicator over periods or regions, from the rows on the screen.
 *
 * @param byPeriod whether periods stand along the axis, regions otherwise
 * @param json what the script draws: axis, unit, and series of points, each with the words of its tooltip
 * @param drawn how many statements are in it
 * @param left how many rows are not, because they give no value or one in another unit
 */
public record Chart(boolean byPeriod, String json, int drawn, int left) {

    private static final int MOST_SERIES = 12;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Point(String x, String series, BigDecimal value, String says) {}

    /** @param by {@code period}, {@code region}, or empty for what suits the rows; null when nothing can be compared */
    static @Nullable Chart of(List<FoundStatement> rows, String by, Shown shown) {
        String unit = commonest(rows);
        if (unit == null) {
            return null;
        }
        List<FoundStatement> drawn = rows.stream()
                .filter(row -> {
                    Statement s = row.statement().reading();
                    return s.value() != null && unit.equals(s.unit()) && s.period() != null && s.region() != null;
                })
                .toList();
        if (drawn.size() < 2) {
            return null;
        }
        long periods = drawn.stream()
                .map(row -> row.statement().reading().period())
                .distinct()
                .count();
        long regions = drawn.stream()
                .map(row -> row.statement().reading().region())
                .distinct()
                .count();
        boolean byPeriod =
                by.isEmpty() ? periods > 1 && (regions <= MOST_SERIES || periods > regions) : by.equals("period");
        return draw(drawn, byPeriod, unit, rows.size() - drawn.size(), shown);
    }

    private static @Nullable String commonest(List<FoundStatement> rows) {
        Map<String, Long> counts = rows.stream()
                .map(row -> row.statement().reading())
                .filter(s -> s.value() != null && s.unit() != null)
                .collect(Collectors.groupingBy(
                        s -> String.valueOf(s.unit()), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static Chart draw(List<FoundStatement> rows, boolean byPeriod, String unit, int left, Shown shown) {
        var points = new ArrayList<Point>();
        for (FoundStatement row : rows) {
            Statement s = row.statement().reading();
            String status = s.status() == Statement.Status.ACTUAL
                    ? ""
                    : " " + shown.ui().say("evidence.status", s.status());
            String region = shown.shortRegion(s);
            String period = shown.period(s);
            points.add(new Point(
                    byPeriod ? period : region,
                    (byPeriod ? region : period) + status,
                    java.util.Objects.requireNonNull(s.value()),
                    shown.value(s) + "（" + shown.region(s) + "，" + period + status + "）\n"
                            + row.origin().title()));
        }
        Scale scale = Scale.of(points);
        var axis = new ArrayList<>(
                byPeriod
                        ? new TreeSet<>(points.stream().map(Point::x).toList())
                        : points.stream()
                                .sorted(Comparator.comparing(Point::value).reversed())
                                .map(Point::x)
                                .distinct()
                                .toList());
        Map<String, List<Map<String, Object>>> series = new LinkedHashMap<>();
        points.stream().map(Point::series).distinct().sorted().forEach(name -> series.put(name, new ArrayList<>()));
        for (Point point : points) {
            series.getOrDefault(point.series, new ArrayList<>())
                    .add(Map.of(
                            "x",
                            axis.indexOf(point.x),
                            "y",
                            point.value
                                    .divide(scale.factor, 6, RoundingMode.HALF_UP)
                                    .doubleValue(),
                            "says",
                            point.says));
        }
        String json = JSON.writeValueAsString(
                Map.of("axis", axis, "unit", scale.word + unit, "lines", byPeriod, "series", series));
        return new Chart(byPeriod, json, points.size(), left);
    }

    private record Scale(BigDecimal factor, String word) {

        static Scale of(List<Point> points) {
            BigDecimal most = points.stream()
                    .map(point -> point.value.abs())
                    .max(Comparator.naturalOrder())
                    .orElse(BigDecimal.ONE);
            if (most.compareTo(BigDecimal.TEN.pow(8)) >= 0) {
                return new Scale(BigDecimal.TEN.pow(8), "亿");
            }
            return most.compareTo(BigDecimal.TEN.pow(5)) >= 0
                    ? new Scale(BigDecimal.TEN.pow(4), "万")
                    : new Scale(BigDecimal.ONE, "");
        }
    }
}
