package org.lingqu.engine.policy.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.lingqu.engine.policy.column.ColumnKind;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.column.FigureRange;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.FirmSchema;

/**
 * Firms in a Parquet file or a DuckDB database, read as columns, all at once or in blocks of rows. Columns are called as
 * {@link ColumnNames} says; the first column called {@code id} or {@code 统一社会信用代码} names the firms. Titles are text such as
 * {@code 2023-10-01/2026-09-30;…}, with nothing behind the stroke for titles without end. DuckDB does not keep the order of rows
 * over threads, so the row's number is carried along.
 *
 * <p>Once opened it may be asked by several threads; each takes a {@link BlockReader} of its own.
 */
public final class FirmReader implements FirmSchema, AutoCloseable {

    static final List<String> IDS = List.of("id", "统一社会信用代码", "信用代码");

    /** Blocks are not larger, so that two of them with two hundred columns fit into half a gigabyte. */
    static final int LARGEST_BLOCK = 1 << 17;

    private static final int LARGEST_DICTIONARY = 1 << 16;

    private static final String PARQUET_ROW = "file_row_number";
    private static final String SCRATCH_ROW = "lingqu_row";

    private final Connection connection;
    private final String source;
    private final String rowColumn;
    private final int count;
    private final Optional<String> id;
    private final List<RowRange> blocks;
    private final Optional<Path> scratch;
    private final SequencedMap<String, FirmField> fields = new LinkedHashMap<>();
    private final List<LeftOut> left = new ArrayList<>();

    private FirmReader(
            Connection connection, String source, String rowColumn, List<RowRange> blocks, Optional<Path> scratch)
            throws SQLException {
        this.connection = connection;
        this.source = source;
        this.rowColumn = rowColumn;
        this.blocks = blocks;
        this.scratch = scratch;
        count = blocks.isEmpty() ? 0 : blocks.getLast().to();
        List<String> names = Sql.list(connection, "DESCRIBE SELECT * FROM " + source, row -> row.getString(1));
        id = IDS.stream().filter(names::contains).findFirst();
        var apart = new ArrayList<>(List.of(rowColumn));
        apart.addAll(IDS);
        var found = new FirmFields(connection, source, rowColumn, apart);
        fields.putAll(found.fields());
        left.addAll(found.left());
    }

    /** @throws SQLException if the file is not there, is no Parquet, or is damaged where it tells what it holds */
    public static FirmReader parquet(Path file, int threads) throws SQLException {
        Connection connection = connect(threads);
        try {
            String source = Sql.parquet(file);
            List<Integer> groups = Sql.list(
                    connection,
                    "SELECT row_group_id, any_value(row_group_num_rows) FROM parquet_metadata(" + Sql.text(file)
                            + ") GROUP BY ALL ORDER BY row_group_id",
                    row -> Math.toIntExact(row.getLong(2)));
            if (groups.stream().anyMatch(rows -> rows > 2 * LARGEST_BLOCK)) {
                // a group is decoded as a whole, so reading it in blocks would decode it again for each
                return scratch(
                        connection, "SELECT * RENAME (" + PARQUET_ROW + " AS " + SCRATCH_ROW + ") FROM " + source);
            }
            return new FirmReader(connection, source, PARQUET_ROW, joined(groups), Optional.empty());
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * The answer of a query to a DuckDB database, which is only read. Rows are numbered in the order of the answer.
     *
     * @param query such as {@code FROM firms} or {@code SELECT … FROM a JOIN b USING (id) ORDER BY id}
     * @throws SQLException if there is no such database or the query fails
     */
    public static FirmReader duckDb(Path database, String query, int threads) throws SQLException {
        if (!Files.isRegularFile(database)) {
            throw new SQLException("there is no database " + database);
        }
        Connection connection = connect(threads);
        try {
            Sql.execute(connection, "ATTACH " + Sql.text(database) + " AS region (READ_ONLY)");
            Sql.execute(connection, "USE region");
            FirmReader reader = scratch(
                    connection, "SELECT row_number() OVER () - 1 AS " + SCRATCH_ROW + ", * FROM (" + query + ")");
            Sql.execute(connection, "DETACH region");
            return reader;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection connect(int threads) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Sql.execute(connection, "SET threads = " + threads);
        Sql.execute(connection, "SET parquet_metadata_cache = true");
        return connection;
    }

    /** Keeps the answer of a query in a database file of its own until the reader is closed. */
    private static FirmReader scratch(Connection connection, String query) throws SQLException {
        Path folder;
        try {
            folder = Files.createTempDirectory("lingqu-firms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Sql.execute(connection, "ATTACH " + Sql.text(folder.resolve("firms.duckdb")) + " AS scratch");
            Sql.execute(connection, "CREATE TABLE scratch.main.firms AS " + query);
            Sql.execute(connection, "USE memory");
            int count = Sql.list(
                            connection,
                            "SELECT count(*) FROM scratch.main.firms",
                            row -> Math.toIntExact(row.getLong(1)))
                    .getFirst();
            var blocks = new ArrayList<RowRange>();
            for (int from = 0; from < count; from += LARGEST_BLOCK) {
                blocks.add(new RowRange(from, Math.min(count, from + LARGEST_BLOCK)));
            }
            return new FirmReader(connection, "scratch.main.firms", SCRATCH_ROW, blocks, Optional.of(folder));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            delete(folder);
            throw e;
        }
    }

    /** Row groups that follow each other, put together while they are small. */
    private static List<RowRange> joined(List<Integer> groups) {
        var ranges = new ArrayList<RowRange>();
        int from = 0;
        int to = 0;
        for (int rows : groups) {
            if (to > from && to + rows - from > LARGEST_BLOCK) {
                ranges.add(new RowRange(from, to));
                from = to;
            }
            to = Math.addExact(to, rows);
        }
        if (to > from) {
            ranges.add(new RowRange(from, to));
        }
        return ranges;
    }

    /** How many firms there are. */
    public int count() {
        return count;
    }

    /** Columns and cells of the file that are not taken, each with the reason. */
    public List<LeftOut> left() {
        return List.copyOf(left);
    }

    /** The columns there are, by name, in the order of the file. */
    public SequencedMap<String, ColumnKind> kinds() {
        var kinds = new LinkedHashMap<String, ColumnKind>();
        fields.forEach((name, field) -> kinds.put(name, field.kind()));
        return kinds;
    }

    /** Rows that are best read together; in order, without gaps. */
    public List<RowRange> blocks() {
        return blocks;
    }

    @Override
    public boolean has(String column) {
        return fields.containsKey(column);
    }

    @Override
    public Map<String, FigureRange> ranges() {
        return fields.values().stream()
                .filter(field -> field.kind() == ColumnKind.FIGURES)
                .collect(Collectors.toMap(FirmField::name, field -> new FigureRange(field.scale(), field.greatest())));
    }

    /** Leaves out the columns that hold something else than is asked of them, such as numbers where codes are meant. */
    public void require(Map<String, ColumnKind> wanted) {
        wanted.forEach((name, kind) -> {
            FirmField field = fields.get(name);
            if (field != null && field.kind() != kind) {
                fields.remove(name);
                left.add(LeftOut.column(
                        LeftOut.Code.WRONG_TYPE, name, field.kind().name(), "policies ask for " + kind));
            }
        });
    }

    /**
     * Makes ready for reading; done once, before blocks are asked for.
     *
     * @param columns those wanted, all of them known; none is read twice
     */
    public void prepare(Collection<String> columns) throws SQLException {
        for (String name : columns) {
            FirmField field = fields.get(name);
            if (field == null) {
                throw new IllegalArgumentException("no column is called " + name);
            }
            if (field.form() == FirmField.Form.TEXT) {
                fields.put(name, withDictionary(field));
            }
        }
    }

    /** Texts that are written again and again come as numbers; what every firm has in another way stays text. */
    private FirmField withDictionary(FirmField field) throws SQLException {
        boolean codes = field.kind() == ColumnKind.CODES;
        List<String> dictionary = Sql.list(
                connection,
                "SELECT DISTINCT " + field.sql() + " FROM " + source + " WHERE " + field.sql()
                        + " IS NOT NULL ORDER BY 1"
                        + (codes ? "" : " LIMIT " + (LARGEST_DICTIONARY + 1)),
                row -> row.getString(1));
        if (!codes && dictionary.size() > LARGEST_DICTIONARY) {
            return field;
        }
        if (dictionary.isEmpty()) {
            return field.places(dictionary, "CAST(NULL AS INTEGER)");
        }
        String type = Sql.name("texts of " + field.name());
        Sql.execute(
                connection,
                "CREATE OR REPLACE TYPE " + type + " AS ENUM ("
                        + dictionary.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")");
        return field.places(dictionary, "CAST(enum_code(CAST(" + field.sql() + " AS " + type + ")) AS INTEGER)");
    }

    /** Reads blocks for one thread; {@link #prepare} was called for these columns. To be closed before this reader is. */
    public BlockReader blocks(Collection<String> columns) throws SQLException {
        return blocks(columns, true);
    }

    BlockReader blocks(Collection<String> columns, boolean wholeBuffers) throws SQLException {
        Connection own = connection.unwrap(DuckDBConnection.class).duplicate();
        int largest = blocks.stream().mapToInt(RowRange::count).max().orElse(0);
        return new BlockReader(
                own, source, rowColumn, id, columns.stream().map(fields::get).toList(), largest, wholeBuffers);
    }

    /** All firms with all columns. */
    public FirmTable read() throws SQLException {
        prepare(List.copyOf(fields.keySet()));
        try (BlockReader reader = whole(List.copyOf(fields.values()))) {
            FirmTable read = reader.read(new RowRange(0, count));
            return new FirmTable(read.ids(), read.columns(), left());
        }
    }

    /** One column of all firms, which was prepared. */
    FirmColumns column(String name) throws SQLException {
        try (BlockReader reader = whole(List.of(java.util.Objects.requireNonNull(fields.get(name))))) {
            return reader.columns(new RowRange(0, count));
        }
    }

    /** What the firms are known by. */
    List<String> ids() throws SQLException {
        try (BlockReader reader = whole(List.of())) {
            return reader.read(new RowRange(0, count)).ids();
        }
    }

    private BlockReader whole(List<FirmField> some) throws SQLException {
        Connection own = connection.unwrap(DuckDBConnection.class).duplicate();
        return new BlockReader(own, source, rowColumn, id, some, count, true);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        scratch.ifPresent(FirmReader::delete);
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the scratch folder " + folder + " could not be removed", e);
        }
    }
}
