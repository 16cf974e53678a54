package org.lingqu.bench.match;

import java.util.List;
import java.util.stream.Collectors;

/** The rule as each engine's users would write it. Money in 分, days since 1970. */
final class Expressions {

    private static final int LIMIT = MatchFirms.ASOF - 365;

    private Expressions() {}

    static String feel() {
        return "founded <= " + LIMIT + " and ip >= 1 and list contains(["
                + quoted("\"") + "], ind) and tech / staff >= 0.1"
                + " and ((rev1 <= 5000000000 and rd / rev >= 0.05)"
                + " or (rev1 > 5000000000 and rev1 <= 20000000000 and rd / rev >= 0.04)"
                + " or (rev1 > 20000000000 and rd / rev >= 0.03))"
                + " and hi / rev1 >= 0.6 and " + ladders("(if ", " then ", " else ", ")") + " >= 70 and not(bad)";
    }

    /** CEL, Aviator and Java agree on this. */
    static String ternary(String membership) {
        return "founded <= " + LIMIT + ".0 && ip >= 1.0 && " + membership + " && tech / staff >= 0.1"
                + " && ((rev1 <= 5000000000.0 && rd / rev >= 0.05)"
                + " || (rev1 > 5000000000.0 && rev1 <= 20000000000.0 && rd / rev >= 0.04)"
                + " || (rev1 > 20000000000.0 && rd / rev >= 0.03))"
                + " && hi / rev1 >= 0.6 && " + ladders("(", " ? ", " : ", ")") + " >= 70 && !bad";
    }

    static String sql() {
        return "SELECT count(*) FILTER (c1), count(*) FILTER (c2), count(*) FILTER (c3), count(*) FILTER (c4),"
                + " count(*) FILTER (c5), count(*) FILTER (c6), count(*) FILTER (c7), count(*) FILTER (c8),"
                + " count(*) FILTER (c1 AND c2 AND c3 AND c4 AND c5 AND c6 AND c7 AND c8),"
                + " count(*) FILTER (NOT (c1 AND c2 AND c3 AND c4 AND c5 AND c6 AND c7 AND c8)) FROM ("
                + sqlCriteria() + ")";
    }

    static String sqlCriteria() {
        return "SELECT id, founded <= " + LIMIT + " AS c1, ip >= 1 AS c2, ind IN (" + quoted("'")
                + ") AS c3, tech / staff >= 0.1::DOUBLE AS c4,"
                + " (rev1 <= 5000000000 AND rd / rev >= 0.05::DOUBLE)"
                + " OR (rev1 > 5000000000 AND rev1 <= 20000000000 AND rd / rev >= 0.04::DOUBLE)"
                + " OR (rev1 > 20000000000 AND rd / rev >= 0.03::DOUBLE) AS c5,"
                + " hi / rev1 >= 0.6::DOUBLE AS c6, "
                + ladder("rd / rev", new double[] {0.1, 0.08, 0.06, 0.04, 0.02}, new int[] {30, 25, 20, 15, 8})
                + " + " + ladder("tech / staff", new double[] {0.3, 0.2, 0.1}, new int[] {20, 16, 12})
                + " + " + ladder("ip", new double[] {8, 5, 3, 1}, new int[] {30, 24, 18, 10})
                + " + " + ladder("hi / rev1", new double[] {0.8, 0.7, 0.6}, new int[] {20, 16, 12})
                + " >= 70 AS c7, NOT bad AS c8 FROM firms";
    }

    private static String ladder(String of, double[] from, int[] points) {
        var text = new StringBuilder("CASE WHEN " + of + " IS NULL THEN NULL");
        for (int i = 0; i < from.length; i++) {
            text.append(" WHEN ")
                    .append(of)
                    .append(" >= ")
                    .append(from[i])
                    .append("::DOUBLE THEN ")
                    .append(points[i]);
        }
        return text + " ELSE 0 END";
    }

    private static String ladders(String open, String then, String otherwise, String close) {
        return "("
                + String.join(
                        " + ",
                        chain(
                                "rd / rev",
                                List.of("0.1", "30", "0.08", "25", "0.06", "20", "0.04", "15", "0.02", "8"),
                                open,
                                then,
                                otherwise,
                                close),
                        chain(
                                "tech / staff",
                                List.of("0.3", "20", "0.2", "16", "0.1", "12"),
                                open,
                                then,
                                otherwise,
                                close),
                        chain(
                                "ip",
                                List.of("8.0", "30", "5.0", "24", "3.0", "18", "1.0", "10"),
                                open,
                                then,
                                otherwise,
                                close),
                        chain(
                                "hi / rev1",
                                List.of("0.8", "20", "0.7", "16", "0.6", "12"),
                                open,
                                then,
                                otherwise,
                                close))
                + ")";
    }

    private static String chain(
            String of, List<String> parts, String open, String then, String otherwise, String close) {
        String text = "0";
        for (int i = parts.size() - 2; i >= 0; i -= 2) {
            text = open + of + " >= " + parts.get(i) + then + parts.get(i + 1) + otherwise + text + close;
        }
        return text;
    }

    static String quoted(String mark) {
        return MatchRule.FIELDS.stream()
                .sorted()
                .map(code -> mark + code + mark)
                .collect(Collectors.joining(", "));
    }
}
