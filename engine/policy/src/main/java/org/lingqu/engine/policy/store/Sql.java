package org.lingqu.engine.policy.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The little of SQL that all readers need. */
final class Sql {

    private Sql() {}

    /** A name between double quotes. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }

    static String parquet(Path file) {
        return "read_parquet(" + text(file) + ", file_row_number = true)";
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What one row answers to. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String sql, Row<T> row) throws SQLException {
        var found = new ArrayList<T>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                found.add(row.of(result));
            }
        }
        return found;
    }
}
