package org.lingqu.registry.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Very many rows by one prepared statement; jOOQ would write the statement anew for each. */
final class Batches {

    /** Fills one row in. */
    interface Fill<T> {
        void fill(PreparedStatement statement, T row) throws SQLException;
    }

    private Batches() {}

    static <T> void run(DSLContext in, String sql, List<T> rows, Fill<T> fill) {
        if (rows.isEmpty()) {
            return;
        }
        in.connection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (T row : rows) {
                    fill.fill(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    static void words(PreparedStatement statement, int at, @Nullable String words) throws SQLException {
        statement.setString(at, words);
    }

    static void number(PreparedStatement statement, int at, @Nullable Double number) throws SQLException {
        if (number == null) {
            statement.setNull(at, Types.DOUBLE);
        } else {
            statement.setDouble(at, number);
        }
    }

    static void whole(PreparedStatement statement, int at, @Nullable Integer number) throws SQLException {
        if (number == null) {
            statement.setNull(at, Types.INTEGER);
        } else {
            statement.setInt(at, number);
        }
    }

    static void large(PreparedStatement statement, int at, @Nullable Long number) throws SQLException {
        if (number == null) {
            statement.setNull(at, Types.BIGINT);
        } else {
            statement.setLong(at, number);
        }
    }
}
