package org.lingqu.bench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** When an annotated statement and a reported one are held to be the same. */
final class GoldRules {

    private static final double INDICATOR_LIKENESS = 0.75;
    private static final Map<String, String> UNITS =
            Map.of("％", "%", "percent", "%", "人民币", "元", "CNY", "元", "个百分点", "百分点", "名", "人", "位", "人");

    /** One number of a statement: what it is, how much, in which unit. */
    record Figure(String what, double amount, String unit, JsonNode statement) {
        boolean fits(Figure other) {
            return what.equals(other.what)
                    && unit.equals(other.unit)
                    && near(amount, other.amount)
                    && overlap(statement, other.statement);
        }
    }

    private GoldRules() {}

    static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isNull() || value.isMissingNode() ? "" : value.asString();
    }

    /** Without punctuation and space, and of one width. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\"'“”‘’《》()（）·,，、。:：;；]", "");
    }

    static double characterF1(String one, String other) {
        String a = fold(one);
        String b = fold(other);
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) ? 1 : 0;
        }
        var counts = new HashMap<Integer, Integer>();
        a.codePoints().forEach(c -> counts.merge(c, 1, Integer::sum));
        long common = b.codePoints()
                .filter(c -> counts.merge(c, -1, Integer::sum) >= 0)
                .count();
        return 2.0 * common / (a.codePointCount(0, a.length()) + b.codePointCount(0, b.length()));
    }

    static boolean overlap(JsonNode one, JsonNode other) {
        return Math.min(one.path("end").asInt(), other.path("end").asInt())
                > Math.max(one.path("start").asInt(), other.path("start").asInt());
    }

    static String unit(JsonNode statement) {
        String unit = fold(text(statement, "unit"));
        return UNITS.getOrDefault(unit, unit);
    }

    static boolean near(double one, double other) {
        return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    }

    private static @Nullable Double number(JsonNode statement, String key) {
        JsonNode value = key.equals("rank") && statement.path("rank").isObject()
                ? statement.path("rank").path("value")
                : statement.path(key);
        return value.isNumber() ? value.asDouble() : null;
    }

    private static boolean same(JsonNode want, JsonNode got, String key) {
        Double a = number(want, key);
        Double b = number(got, key);
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return near(a, b);
    }

    static boolean sameLeading(JsonNode want, JsonNode got) {
        for (String key : List.of("value", "growth_pct", "share_pct")) {
            if (number(want, key) != null) {
                return number(got, key) != null
                        && same(want, got, key)
                        && (!key.equals("value") || unit(want).equals(unit(got)));
            }
        }
        if (number(want, "rank") != null) {
            return number(got, "rank") != null && same(want, got, "rank");
        }
        return !want.hasNonNull("ratio")
                || fold(text(want, "ratio"))
                        .replace('∶', ':')
                        .equals(fold(text(got, "ratio")).replace('∶', ':'));
    }

    /** The fields of a found statement that are not as annotated. */
    static List<String> wrong(JsonNode want, JsonNode got) {
        var wrong = new ArrayList<String>();
        if (characterF1(text(want, "indicator"), text(got, "indicator")) < INDICATOR_LIKENESS) {
            wrong.add("indicator");
        }
        String region = fold(text(want, "region"));
        if (!region.isEmpty() && !last(region).equals(last(fold(text(got, "region"))))) {
            wrong.add("region");
        }
        String period = text(want, "period");
        if (period.matches("\\d{4}(-\\d{2}){0,2}(/\\d{4}(-\\d{2}){0,2})?") && !period.equals(text(got, "period"))) {
            wrong.add("period");
        }
        for (String key : List.of("value", "value_max", "growth_pct", "share_pct", "rank")) {
            if (!same(want, got, key)) {
                wrong.add(key);
            }
        }
        if (number(want, "value") != null && !unit(want).equals(unit(got))) {
            wrong.add("unit");
        }
        if (!text(want, "approx").equals(text(got, "approx"))) {
            wrong.add("approx");
        }
        if (!status(want).equals(status(got))) {
            wrong.add("status");
        }
        return wrong;
    }

    private static String status(JsonNode statement) {
        String status = text(statement, "status");
        return status.isEmpty() ? "actual" : status;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static List<Figure> figures(JsonNode statement) {
        var figures = new ArrayList<Figure>();
        add(figures, statement, "value", "value", unit(statement));
        add(figures, statement, "value_max", "value", unit(statement));
        add(figures, statement, "growth_pct", "growth", "%");
        add(figures, statement, "share_pct", "share", "%");
        add(figures, statement, "rank", "rank", "rank");
        for (JsonNode delta : statement.path("deltas")) {
            figures.add(new Figure("delta", delta.path("delta").asDouble(), unit(delta), statement));
        }
        return figures;
    }

    private static void add(List<Figure> figures, JsonNode statement, String key, String what, String unit) {
        Double amount = number(statement, key);
        if (amount != null) {
            figures.add(new Figure(what, amount, unit, statement));
        }
    }
}
