package org.lingqu.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.TitleHeld;

/**
 * The region's firms as one Parquet file, in the columns that {@code ParquetFirms} reads. Rows pass through a table of DuckDB on
 * disk, so that a million firms need no memory.
 */
public final class RegionParquet {

    private static final int MONEY_SCALE = 2;
    private static final int RATIO_SCALE = 3;
    private static final List<String> ANSWERS = Experts.ITEMS;
    private static final List<String> POINTS = Experts.JUDGED;

    private final DuckDBAppender out;
    private final List<RegionColumns.Column> columns;

    private RegionParquet(DuckDBAppender out, List<RegionColumns.Column> columns) {
        this.out = out;
        this.columns = columns;
    }

    /** Writes the file, or leaves none. */
    public static void write(MadeRegion region, Facts facts, Path file) throws IOException {
        Path table = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(table);
        try {
            write(region, RegionColumns.of(facts), table, file);
        } catch (SQLException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(table);
            Files.deleteIfExists(table.resolveSibling(table.getFileName() + ".wal"));
        }
    }

    private static void write(MadeRegion region, List<RegionColumns.Column> columns, Path table, Path file)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + table);
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '1GB'");
            statement.execute("CREATE TABLE firms (" + declarations(columns) + ")");
            try (DuckDBAppender out = connection.unwrap(DuckDBConnection.class).createAppender("firms")) {
                var rows = new RegionParquet(out, columns);
                for (int index = 0; index < region.size(); index++) {
                    rows.add(region.firm(index));
                }
            }
            statement.execute(
                    "COPY firms TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    private static String declarations(List<RegionColumns.Column> columns) {
        var declared = new ArrayList<>(List.of("id VARCHAR", "企业名称 VARCHAR"));
        for (RegionColumns.Column column : columns) {
            declared.add(quoted(name(column)) + " " + type(column.fact().type()));
        }
        Titles.PUBLISHED.forEach(title -> declared.add(quoted(ColumnNames.title(title)) + " VARCHAR"));
        ANSWERS.forEach(item -> declared.add(quoted(ColumnNames.answer(item)) + " BOOLEAN"));
        POINTS.forEach(item -> declared.add(quoted(ColumnNames.judgement(item)) + " INTEGER"));
        return String.join(", ", declared);
    }

    private static String type(FactType type) {
        return switch (type) {
            case MONEY -> "DECIMAL(18," + MONEY_SCALE + ")";
            case RATIO -> "DECIMAL(9," + RATIO_SCALE + ")";
            case COUNT -> "BIGINT";
            case DATE -> "DATE";
            case YES_NO -> "BOOLEAN";
            case CODE, TEXT -> "VARCHAR";
            case TITLE, LIST -> throw new IllegalArgumentException("no firm of the region has a fact of type " + type);
        };
    }

    private void add(MadeFirm firm) throws SQLException {
        Map<String, FactValue> held = new HashMap<>();
        firm.counting().forEach(value -> held.put(ColumnNames.of(value.fact(), value.year()), value.value()));
        out.beginRow();
        out.append(firm.code());
        out.append(firm.name());
        for (RegionColumns.Column column : columns) {
            value(held.get(name(column)), column.fact().type());
        }
        for (String title : Titles.PUBLISHED) {
            spans(firm, title);
        }
        for (String item : ANSWERS) {
            out.append(firm.answers().get(item));
        }
        for (String item : POINTS) {
            BigDecimal points = firm.points().get(item);
            out.append(points == null ? null : Integer.valueOf(points.intValueExact()));
        }
        out.endRow();
    }

    private void value(@org.jspecify.annotations.Nullable FactValue value, FactType type) throws SQLException {
        switch (value) {
            case null -> out.appendNull();
            case FactValue.Amount(var amount) -> {
                switch (type) {
                    case MONEY -> out.append(amount.setScale(MONEY_SCALE));
                    case RATIO -> out.append(amount.setScale(RATIO_SCALE));
                    case COUNT, DATE, CODE, YES_NO, TITLE, LIST, TEXT -> out.append(amount.longValueExact());
                }
            }
            case FactValue.Day(var day) -> out.append(day);
            case FactValue.Code(var code) -> out.append(code);
            case FactValue.YesNo(boolean yes) -> out.append(yes);
            case FactValue.Words(var words) -> out.append(words);
            case FactValue.Codes codes -> throw new IllegalStateException("no firm of the region has " + codes);
        }
    }

    private void spans(MadeFirm firm, String title) throws SQLException {
        List<TitleHeld> spans = firm.titles().stream()
                .filter(held -> held.title().equals(title))
                .toList();
        if (spans.isEmpty() && !firm.knownTitles().contains(title)) {
            out.appendNull();
            return;
        }
        out.append(
                spans.stream().map(span -> span.from() + "/" + end(span.to())).collect(Collectors.joining(";")));
    }

    private static String end(@org.jspecify.annotations.Nullable LocalDate to) {
        return to == null ? "" : to.toString();
    }

    private static String name(RegionColumns.Column column) {
        return ColumnNames.of(column.fact().name(), column.year());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
