package org.lingqu.bench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingqu.library.Library;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A base of any size: some hundred pages taken in by the application itself, and then copied with other values, periods and
 * keys by the database, because reading a hundred thousand pages takes a quarter of an hour and measures something else.
 */
final class LargeBase {

    private static final int PATTERNS = 200;

    private LargeBase() {}

    /** Fills a folder, unless that was done before. */
    static void fill(Path data, int pages, PrintWriter out) throws IOException, SQLException {
        Path done = data.resolve("demo-filled"); // the demonstration adds nothing of its own then
        if (Files.exists(done)) {
            return;
        }
        long begun = System.nanoTime();
        Files.createDirectories(data);
        try (ConfigurableApplicationContext context = Bases.open(data)) {
            Bases.keep(context.getBean(Library.class), Bases.read(0, PATTERNS));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lingqu.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("pragma synchronous = off");
            statement.execute("pragma cache_size = -400000");
            List<String> indexes = indexes(statement);
            for (String index : indexes) {
                statement.execute("drop index " + index.replaceFirst("(?i)create index (\\S+) .*", "$1"));
            }
            statement.execute("begin");
            for (int copy = 1; copy < pages / PATTERNS; copy++) {
                copy(statement, copy);
            }
            statement.execute("commit");
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("analyze");
            out.printf(
                    "filled: %d pages, %d statements, %.0f s%n",
                    count(statement, "library_page"),
                    count(statement, "library_statement"),
                    (System.nanoTime() - begun) / 1e9);
        }
        Files.createFile(done);
    }

    private static List<String> indexes(Statement statement) throws SQLException {
        var all = new java.util.ArrayList<String>();
        try (ResultSet rows =
                statement.executeQuery("select sql from sqlite_master where type = 'index' and tbl_name in "
                        + "('library_page', 'library_version', 'library_statement') and sql is not null")) {
            while (rows.next()) {
                all.add(rows.getString(1).replaceAll("\\s+", " "));
            }
        }
        return all;
    }

    private static void copy(Statement statement, int copy) throws SQLException {
        int shift = copy * PATTERNS;
        insert(statement, "library_page", "id <= " + PATTERNS, column -> switch (column) {
            case "id", "latest_version_id" -> column + " + " + shift;
            case "page_key" -> "lower(hex(randomblob(32)))";
            case "name" -> "'" + copy + "-' || name";
            default -> column;
        });
        insert(statement, "library_version", "id <= " + PATTERNS, column -> switch (column) {
            case "id", "page_id" -> column + " + " + shift;
            case "published_on" -> "'" + (2016 + copy % 10) + "-0" + (1 + copy % 9) + "-15'";
            default -> column;
        });
        insert(statement, "library_statement", "version_id <= " + PATTERNS, column -> switch (column) {
            case "id" -> "null";
            case "page_id", "version_id" -> column + " + " + shift;
            case "value_number" -> "value_number + " + copy % 400;
            case "value" -> "cast(cast(value_number + " + copy % 400 + " as integer) as text)";
            case "period", "period_from", "period_to" -> "'" + (2010 + copy % 16) + "'";
            default -> column;
        });
    }

    private interface Change {
        String of(String column);
    }

    private static void insert(Statement statement, String table, String which, Change change) throws SQLException {
        List<String> columns;
        try (ResultSet none = statement.executeQuery("select * from " + table + " limit 0")) {
            var names = none.getMetaData();
            columns = Stream.iterate(1, i -> i + 1)
                    .limit(names.getColumnCount())
                    .map(i -> name(names, i))
                    .toList();
        }
        statement.execute("insert into " + table + columns.stream().collect(Collectors.joining(", ", " (", ") select "))
                + columns.stream().map(change::of).collect(Collectors.joining(", ")) + " from " + table + " where "
                + which);
    }

    private static String name(java.sql.ResultSetMetaData names, int column) {
        try {
            return names.getColumnName(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(Statement statement, String table) throws SQLException {
        try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            return count.getInt(1);
        }
    }
}
