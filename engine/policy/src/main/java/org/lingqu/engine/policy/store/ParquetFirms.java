package org.lingqu.engine.policy.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import java.util.stream.IntStream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.Rows;

/**
 * Reads columns out of Parquet through DuckDB. Columns are called as {@link ColumnNames} says; the first text column called
 * {@code id} or {@code 统一社会信用代码} names the firms. Titles are text such as {@code 2023-10-01/2026-09-30;…}, with nothing
 * behind the stroke for titles without end. DuckDB does not keep the order of rows over threads, so the row's number in the
 * file is carried along.
 */
public final class ParquetFirms implements AutoCloseable {

    private static final List<String> IDS = List.of("id", "统一社会信用代码", "信用代码");
    private static final List<Integer> SCALES = List.of(0, 2, 4, 6);
    private static final String ROW = "file_row_number";

    private final Connection connection;
    private final String source;
    private final int count;
    private final List<String> left = new ArrayList<>();

    private ParquetFirms(Connection connection, String source) throws SQLException {
        this.connection = connection;
        this.source = source;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + source)) {
            result.next();
            count = Math.toIntExact(result.getLong(1));
        }
    }

    /** @throws SQLException if the file is not there or is no Parquet */
    public static FirmTable read(Path file, int threads) throws SQLException {
        String name = file.toString().replace("'", "''");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                var firms = new ParquetFirms(connection, "read_parquet('" + name + "', file_row_number = true)")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET threads = " + threads);
            }
            return firms.read();
        }
    }

    private FirmTable read() throws SQLException {
        List<String> ids = IntStream.range(0, count).mapToObj(Integer::toString).toList();
        var columns = new ArrayList<Column>();
        try (Statement statement = connection.createStatement();
                ResultSet types = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (types.next()) {
                String name = types.getString(1);
                if (IDS.contains(name)) {
                    ids = words(name);
                } else if (!name.equals(ROW)) {
                    add(columns, name, types.getString(2));
                }
            }
        }
        return new FirmTable(ids, new FirmColumns(count, columns), List.copyOf(left));
    }

    private void add(List<Column> columns, String name, String type) throws SQLException {
        if (name.startsWith(ColumnNames.title(""))) {
            columns.add(spans(name));
        } else if (type.endsWith("[]")) {
            columns.add(lists(name));
        } else if (type.equals("BOOLEAN")) {
            columns.add(flags(name));
        } else if (type.equals("DATE")) {
            columns.add(figures(name, "date_diff('day', DATE '1970-01-01', " + quoted(name) + ")", 0));
        } else if (type.equals("VARCHAR")) {
            columns.add(codes(name));
        } else if (type.startsWith("DECIMAL")) {
            int scale = Integer.parseInt(
                    type.substring(type.indexOf(',') + 1, type.length() - 1).strip());
            columns.add(figures(name, whole(name, scale), scale));
        } else if (type.endsWith("INT") || type.endsWith("INTEGER")) {
            columns.add(figures(name, "CAST(" + quoted(name) + " AS BIGINT)", 0));
        } else if (type.equals("DOUBLE") || type.equals("FLOAT")) {
            doubles(columns, name);
        } else {
            left.add(name + ": " + type + " is no type of a fact");
        }
    }

    /** A double stands for the shortest decimal that reads back as it, so 0.05 is 0.05; found by trying scales. */
    private void doubles(List<Column> columns, String name) throws SQLException {
        for (int scale : SCALES) {
            String kept = "SELECT coalesce(bool_and(round(" + quoted(name) + ", " + scale + ") = " + quoted(name)
                    + "), true) FROM " + source;
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(kept)) {
                result.next();
                if (result.getBoolean(1)) {
                    String scaled = "CAST(round(" + quoted(name) + " * 1e" + scale + ") AS BIGINT)";
                    columns.add(figures(name, scaled, scale));
                    return;
                }
            }
        }
        left.add(name + ": has more than " + SCALES.getLast() + " decimals");
    }

    private static String whole(String name, int scale) {
        return "CAST(" + quoted(name) + " * 1" + "0".repeat(scale) + " AS BIGINT)";
    }

    private Column figures(String name, String expression, int scale) throws SQLException {
        double[] values = new double[Rows.padded(count)];
        long[] valid = Rows.bits(count);
        double[] greatest = new double[1];
        each(expression, (row, vector, i) -> {
            long value = vector.getLong(i);
            if (Math.abs(value) > 1L << 53) {
                throw new SQLException("column " + name + " holds a figure with more than 15 digits");
            }
            values[row] = value;
            greatest[0] = Math.max(greatest[0], Math.abs(values[row]));
            Rows.set(valid, row);
        });
        return new Column.Figures(name, scale, values, valid, greatest[0]);
    }

    private Column flags(String name) throws SQLException {
        long[] values = Rows.bits(count);
        long[] valid = Rows.bits(count);
        each(quoted(name), (row, vector, i) -> {
            Rows.set(valid, row);
            if (vector.getBoolean(i)) {
                Rows.set(values, row);
            }
        });
        return new Column.Flags(name, values, valid);
    }

    private Column codes(String name) throws SQLException {
        var dictionary = new ArrayList<String>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE OR REPLACE TEMP TABLE codes AS SELECT code, row_number() OVER (ORDER BY code) - 1 AS place"
                            + " FROM (SELECT DISTINCT " + quoted(name) + " AS code FROM " + source
                            + ") WHERE code IS NOT NULL");
            try (ResultSet result = statement.executeQuery("SELECT code FROM codes ORDER BY place")) {
                while (result.next()) {
                    dictionary.add(result.getString(1));
                }
            }
        }
        int[] values = new int[Rows.padded(count)];
        long[] valid = Rows.bits(count);
        rows(
                "SELECT f." + ROW + ", c.place FROM " + source + " f LEFT JOIN codes c ON f." + quoted(name)
                        + " = c.code",
                (row, vector, i) -> {
                    values[row] = (int) vector.getLong(i);
                    Rows.set(valid, row);
                });
        return new Column.Codes(name, dictionary, values, valid);
    }

    private List<String> words(String name) throws SQLException {
        String[] words = new String[count];
        Arrays.fill(words, "");
        each("CAST(" + quoted(name) + " AS VARCHAR)", (row, vector, i) -> words[row] = vector.getString(i));
        return List.of(words);
    }

    private Column lists(String name) throws SQLException {
        String[] texts = new String[count];
        long[] valid = Rows.bits(count);
        each("array_to_string(" + quoted(name) + ", chr(1))", (row, vector, i) -> {
            texts[row] = vector.getString(i);
            Rows.set(valid, row);
        });
        var dictionary = new java.util.LinkedHashMap<String, Integer>();
        var values = IntStream.builder();
        int[] ends = new int[Rows.padded(count)];
        int end = 0;
        for (int row = 0; row < count; row++) {
            for (String code : parts(texts[row], "\u0001")) {
                values.add(dictionary.computeIfAbsent(code, key -> dictionary.size()));
                end++;
            }
            ends[row] = end;
        }
        Arrays.fill(ends, count, ends.length, end);
        return new Column.Lists(
                name, List.copyOf(dictionary.keySet()), ends, values.build().toArray(), valid);
    }

    private Column spans(String name) throws SQLException {
        String[] texts = new String[count];
        long[] valid = Rows.bits(count);
        each(quoted(name), (row, vector, i) -> {
            texts[row] = vector.getString(i);
            Rows.set(valid, row);
        });
        var from = IntStream.builder();
        var to = IntStream.builder();
        int[] ends = new int[Rows.padded(count)];
        int end = 0;
        for (int row = 0; row < count; row++) {
            for (String span : parts(texts[row], ";")) {
                int stroke = span.indexOf('/');
                from.add(day(name, span.substring(0, Math.max(stroke, 0)), Integer.MIN_VALUE));
                to.add(day(name, span.substring(stroke + 1), Integer.MAX_VALUE));
                end++;
            }
            ends[row] = end;
        }
        Arrays.fill(ends, count, ends.length, end);
        return new Column.Spans(name, ends, from.build().toArray(), to.build().toArray(), valid);
    }

    private static List<String> parts(@org.jspecify.annotations.Nullable String text, String mark) {
        return text == null || text.isEmpty()
                ? List.of()
                : java.util.Collections.list(new StringTokenizer(text, mark)).stream()
                        .map(Object::toString)
                        .toList();
    }

    private static int day(String name, String text, int open) throws SQLException {
        try {
            return text.isBlank() ? open : (int) LocalDate.parse(text.strip()).toEpochDay();
        } catch (DateTimeParseException e) {
            throw new SQLException("column " + name + " holds a span without a day: " + text, e);
        }
    }

    private interface Cell {
        void take(int row, DuckDBReadableVector vector, long index) throws SQLException;
    }

    /** The known values of an expression, in whatever order they come. */
    private void each(String expression, Cell cell) throws SQLException {
        rows("SELECT " + ROW + ", " + expression + " FROM " + source, cell);
    }

    private void rows(String sql, Cell cell) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                DuckDBChunkedResult result = ((DuckDBPreparedStatement) statement).query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                DuckDBReadableVector rows = chunk.vector(0);
                DuckDBReadableVector values = chunk.vector(1);
                for (long i = 0; i < chunk.rowCount(); i++) {
                    if (!values.isNull(i)) {
                        cell.take((int) rows.getLong(i), values, i);
                    }
                }
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
