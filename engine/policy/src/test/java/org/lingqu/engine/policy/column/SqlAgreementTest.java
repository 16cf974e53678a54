package org.lingqu.engine.policy.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.policy.rule.Truth;
import org.lingqu.engine.policy.sql.SqlRefused;
import org.lingqu.engine.policy.sql.SqlWriter;

class SqlAgreementTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 21, 22, 23})
    void duckDbSaysWhatThePlanSays(long fixed) throws SQLException {
        long seed = fixed == 0 ? System.nanoTime() : fixed;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        FirmColumns firms = RandomColumns.of(random, 300);
        var nodes = new RandomNodes(random);
        var writer = new SqlWriter(firms.ranges(), name -> read(firms, name));
        var tests = new ArrayList<Node.Test>();
        var texts = new ArrayList<String>();
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            Node.Test test = nodes.test(2);
            try {
                texts.add(writer.write(test));
                tests.add(test);
            } catch (SqlRefused e) {
                refused++;
            }
        }
        System.out.println("written " + tests.size() + ", refused " + refused);
        assertThat(tests.size()).isGreaterThan(60);
        Findings findings = new Plan(tests, List.of(), firms.ranges()).run(firms, 1);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            load(statement, firms);
            for (int i = 0; i < tests.size(); i++) {
                compare(statement, texts.get(i), findings, i, tests.get(i), seed);
            }
        }
    }

    private static void compare(
            Statement statement, String text, Findings findings, int index, Node.Test test, long seed)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT id, " + text + " FROM firms ORDER BY id")) {
            for (int firm = 0; rows.next(); firm++) {
                boolean said = rows.getBoolean(2);
                Truth truth = rows.wasNull() ? Truth.UNKNOWN : Truth.of(said);
                assertThat(truth)
                        .as("seed %d firm %d: %s%n%s", seed, firm, test, text)
                        .isEqualTo(findings.truth(index, firm));
            }
        }
    }

    private static String read(FirmColumns firms, String name) {
        if (name.equals("date")) {
            return "CAST(date_diff('day', DATE '1970-01-01', \"date\") AS HUGEINT)";
        }
        return firms.column(name) instanceof Column.Figures figures
                ? SqlWriter.decimal(name, figures.scale())
                : SqlWriter.quoted(name);
    }

    private static void load(Statement statement, FirmColumns firms) throws SQLException {
        var columns = new StringJoiner(", ", "CREATE TABLE firms (id INTEGER, ", ")");
        firms.all().forEach(column -> columns.add(SqlWriter.quoted(column.name()) + " " + type(column)));
        statement.execute(columns.toString());
        for (int row = 0; row < firms.count(); row++) {
            var values = new StringJoiner(", ", "INSERT INTO firms VALUES (" + row + ", ", ")");
            for (Column column : firms.all()) {
                values.add(Rows.get(column.valid(), row) ? value(column, row) : "NULL");
            }
            statement.execute(values.toString());
        }
    }

    private static String type(Column column) {
        return switch (column) {
            case Column.Figures figures ->
                figures.name().equals("date") ? "DATE" : "DECIMAL(18, " + figures.scale() + ")";
            case Column.Codes codes -> "VARCHAR";
            case Column.Lists lists -> "VARCHAR[]";
            case Column.Flags flags -> "BOOLEAN";
            case Column.Spans spans -> "VARCHAR";
        };
    }

    private static String value(Column column, int row) {
        return switch (column) {
            case Column.Figures figures ->
                figures.name().equals("date")
                        ? "DATE '1970-01-01' + " + (int) figures.values()[row]
                        : java.math.BigDecimal.valueOf((long) figures.values()[row], figures.scale())
                                .toPlainString();
            case Column.Codes codes -> "'" + codes.dictionary().get(codes.values()[row]) + "'";
            case Column.Lists lists -> {
                var items = new StringJoiner(", ", "[", "]::VARCHAR[]");
                for (int i = lists.begin(row); i < lists.ends()[row]; i++) {
                    items.add("'" + lists.dictionary().get(lists.values()[i]) + "'");
                }
                yield items.toString();
            }
            case Column.Flags flags -> Boolean.toString(Rows.get(flags.values(), row));
            case Column.Spans spans -> "''";
        };
    }
}
