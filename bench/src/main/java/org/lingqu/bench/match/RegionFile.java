package org.lingqu.bench.match;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.ColumnKind;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.Facts;

/** A Parquet file of made-up firms with every column that a pack of policies looks at; 5 % of each missing. */
final class RegionFile {

    private final Facts facts;
    private final long seed;

    RegionFile(Facts facts, long seed) {
        this.facts = facts;
        this.seed = seed;
    }

    /** The same seed gives the same firms. */
    void write(Path file, int firms, Map<String, ColumnKind> columns) throws SQLException {
        String selected = columns.entrySet().stream()
                .map(column -> ", CASE WHEN " + draw(column.getKey(), 1, 20) + " > 0 THEN "
                        + value(column.getKey(), column.getValue()) + " END AS " + '"' + column.getKey() + '"')
                .collect(Collectors.joining());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT '91450100MA' || lpad(i::VARCHAR, 8, '0') AS id" + selected + " FROM range("
                    + firms + ") t(i)) TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
    }

    /** A whole number from 0 to {@code below - 1}, another for every firm, column and use. */
    private String draw(String column, int use, int below) {
        return "(hash(i, " + (seed * 1_000_003 + column.hashCode() * 31L + use) + ") % " + below + ")::BIGINT";
    }

    private String value(String column, ColumnKind kind) {
        @Nullable Fact fact = facts.get(column.contains("@") ? column.substring(0, column.indexOf('@')) : column);
        return switch (kind) {
            case FIGURES -> figure(column, fact);
            case FLAGS -> draw(column, 2, 10) + " > 1";
            case CODES -> oneOf(codes(column, fact), draw(column, 2, Integer.MAX_VALUE));
            case LISTS ->
                "list_distinct([" + oneOf(codes(column, fact), draw(column, 2, Integer.MAX_VALUE)) + ", "
                        + oneOf(codes(column, fact), draw(column, 3, Integer.MAX_VALUE)) + "])";
            case SPANS ->
                "CASE " + draw(column, 2, 10)
                        + " WHEN 0 THEN '2024-11-01/2027-10-31' WHEN 1 THEN '2019-12-01/2022-11-30'" + " ELSE '' END";
        };
    }

    private String figure(String column, @Nullable Fact fact) {
        if (fact != null && fact.type() == FactType.DATE) {
            return "DATE '1996-01-01' + " + draw(column, 2, 11_000) + "::INTEGER";
        }
        if (fact != null && fact.type() == FactType.MONEY) {
            // between 1 万 and 10 亿 元, most of them small, to the 元 as books have them in 分
            return "CAST(floor(10000 * pow(100000, " + draw(column, 2, 1_000_000) + " / 1e6)) + " + draw(column, 3, 100)
                    + " / 100.0 AS DECIMAL(18, 2))";
        }
        if (fact != null && fact.type() == FactType.RATIO) {
            return "CAST(" + draw(column, 2, 1000) + " / 1000.0 AS DECIMAL(9, 4))";
        }
        return "floor(pow(600, " + draw(column, 2, 1_000_000) + " / 1e6))::INTEGER";
    }

    private static List<String> codes(String column, @Nullable Fact fact) {
        if (fact != null && !fact.codes().isEmpty()) {
            return fact.codes();
        }
        return column.startsWith("注册地")
                ? List.of("450100", "450200", "450300", "450900", "110105", "310115", "440305")
                : List.of(
                        "3952", "2710", "3670", "6513", "7320", "1351", "2641", "3525", "4011", "4390", "5210", "8710");
    }

    private static String oneOf(List<String> codes, String draw) {
        return "(['" + String.join("', '", codes) + "'])[1 + (" + draw + " % " + codes.size() + ")]";
    }
}
