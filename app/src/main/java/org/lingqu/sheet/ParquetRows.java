package org.lingqu.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/**
 * Parquet as rows of a sheet: the names of its columns are the first row. Figures stay figures, days days, yes and no truths; a list
 * of codes becomes words. Some thousand rows are in memory at a time.
 */
final class ParquetRows {

    private static final String LISTED = "、";

    private ParquetRows() {}

    /** How the cells of a column are read. */
    private enum Kind {
        WORDS,
        WHOLE,
        DECIMAL,
        DAY,
        TRUTH
    }

    private record Column(String name, String expression, Kind kind) {}

    static void read(Path file, Sheets.Use use) throws IOException, UnreadableSheet {
        Path folder = Files.createTempDirectory("lingqu-parquet");
        Path link = folder.resolve("list.parquet"); // a name with [1] in it would be taken for a pattern
        try {
            Files.createSymbolicLink(link, file.toAbsolutePath());
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
                settings(connection);
                rows(connection, link, use);
            }
        } catch (SQLException e) {
            throw new UnreadableSheet(
                    "DAMAGED_PARQUET",
                    "Parquet 文件读不出来 the Parquet file cannot be read",
                    "请重新导出，或另存为 CSV  export it again, or save it as CSV");
        } finally {
            Files.deleteIfExists(link);
            Files.delete(folder);
        }
    }

    /** One thread keeps the order of rows. */
    private static void settings(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("SET memory_limit = '512MB'");
        }
    }

    private static void rows(Connection connection, Path file, Sheets.Use use) throws SQLException {
        String source = "read_parquet('" + file.toString().replace("'", "''") + "')";
        List<Column> columns = columns(connection, source);
        if (!use.row(new SheetRow(
                1,
                columns.stream().map(column -> Workbooks.words(column.name())).toList()))) {
            return;
        }
        String sql = "SELECT " + columns.stream().map(Column::expression).collect(Collectors.joining(", ")) + " FROM "
                + source;
        int number = 1;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                DuckDBChunkedResult result = ((DuckDBPreparedStatement) statement).query()) {
            while (result.nextChunk()) {
                for (SheetRow row : rows(result.chunk(), columns, number)) {
                    if (!row.isEmpty() && !use.row(row)) {
                        return;
                    }
                    number++;
                }
            }
        }
    }

    private static List<Column> columns(Connection connection, String source) throws SQLException {
        var columns = new ArrayList<Column>();
        try (Statement statement = connection.createStatement();
                ResultSet types = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (types.next()) {
                columns.add(column(types.getString(1), types.getString(2)));
            }
        }
        return columns;
    }

    private static Column column(String name, String type) {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        if (type.endsWith("[]")) {
            return new Column(name, "array_to_string(" + quoted + ", '" + LISTED + "')", Kind.WORDS);
        }
        if (type.equals("BOOLEAN")) {
            return new Column(name, quoted, Kind.TRUTH);
        }
        if (type.equals("DATE")) {
            return new Column(name, quoted, Kind.DAY);
        }
        if (type.startsWith("DECIMAL")) {
            return new Column(name, quoted, Kind.DECIMAL);
        }
        if (type.matches("(TINY|SMALL|BIG|U?)INT(EGER)?|UTINYINT|USMALLINT")) {
            return new Column(name, "CAST(" + quoted + " AS BIGINT)", Kind.WHOLE);
        }
        // a double is written as the shortest decimal that reads back as it: 0.05 is 0.05
        return new Column(name, "CAST(" + quoted + " AS VARCHAR)", Kind.WORDS);
    }

    private static List<SheetRow> rows(DuckDBDataChunkReader chunk, List<Column> columns, int before)
            throws SQLException {
        int count = Math.toIntExact(chunk.rowCount());
        var cells = new SheetCell[count][columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            DuckDBReadableVector vector = chunk.vector(column);
            Kind kind = columns.get(column).kind();
            for (int row = 0; row < count; row++) {
                cells[row][column] = vector.isNull(row) ? SheetCell.Empty.CELL : cell(vector, row, kind);
            }
        }
        var rows = new ArrayList<SheetRow>(count);
        for (int row = 0; row < count; row++) {
            rows.add(new SheetRow(before + 1 + row, List.of(cells[row])));
        }
        return rows;
    }

    private static SheetCell cell(DuckDBReadableVector vector, int row, Kind kind) throws SQLException {
        return switch (kind) {
            case WORDS -> Workbooks.words(vector.getString(row));
            case WHOLE -> new SheetCell.Figure(BigDecimal.valueOf(vector.getLong(row)), false, false);
            case DECIMAL -> new SheetCell.Figure(vector.getBigDecimal(row), false, false);
            case DAY -> new SheetCell.Day(vector.getLocalDate(row));
            case TRUTH -> new SheetCell.Truth(vector.getBoolean(row));
        };
    }
}
