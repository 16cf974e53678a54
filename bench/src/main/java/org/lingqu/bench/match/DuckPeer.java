package org.lingqu.bench.match;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.lingqu.engine.policy.column.Rows;

/** The same firms in a DuckDB table in memory. */
final class DuckPeer implements AutoCloseable {

    private final Connection connection;

    DuckPeer(MatchFirms firms) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute(
                "CREATE TABLE firms (id BIGINT, rd DOUBLE, rev DOUBLE, rev1 DOUBLE, hi DOUBLE, staff DOUBLE, tech DOUBLE,"
                        + " ip DOUBLE, founded DOUBLE, ind VARCHAR, bad BOOLEAN)");
        try (DuckDBAppender appender = ((DuckDBConnection) connection).createAppender("main", "firms")) {
            for (int row = 0; row < firms.count; row++) {
                append(appender, firms, row);
            }
        }
    }

    private static void append(DuckDBAppender appender, MatchFirms firms, int row) throws SQLException {
        appender.beginRow();
        appender.append((long) row);
        for (int i = 0; i < 8; i++) {
            if (Rows.get(firms.valid.get(i), row)) {
                appender.append(firms.figures().get(i)[row]);
            } else {
                appender.appendNull();
            }
        }
        if (Rows.get(firms.valid.get(8), row)) {
            appender.append(MatchFirms.INDUSTRIES.get(firms.industry[row]));
        } else {
            appender.appendNull();
        }
        if (Rows.get(firms.valid.get(9), row)) {
            appender.append(Rows.get(firms.dishonest, row));
        } else {
            appender.appendNull();
        }
        appender.endRow();
    }

    void threads(int threads) throws SQLException {
        execute("SET threads = " + threads);
    }

    /** Keeps the findings, as everybody who wants to look at them has to. */
    long keep() throws SQLException {
        execute("CREATE OR REPLACE TEMP TABLE found AS " + Expressions.sqlCriteria());
        return 1;
    }

    /** Counts for each criterion; the last two are those met and those not met by the whole rule. */
    long[] count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(Expressions.sql())) {
            result.next();
            return new long[] {result.getLong(9), result.getLong(10)};
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
