package org.lingqu.engine.policy.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnKind;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.Rows;

/** Reads blocks of rows for one thread, always into the same arrays, so that reading a whole file makes no garbage. */
public final class BlockReader implements AutoCloseable {

    /** DuckDB's vectors are not longer. */
    private static final int VECTOR = 2048;

    /** Columns a query, so that DuckDB never holds the whole of a large table. */
    private static final int AT_ONCE = 16;

    private static final int SMALL = 1 << 18;

    private final Connection connection;
    private final String source;
    private final String rowColumn;
    private final Optional<String> id;
    private final List<Target> targets;
    private final String[] ids;
    private final Vectors vectors;

    BlockReader(
            Connection connection,
            String source,
            String rowColumn,
            Optional<String> id,
            List<FirmField> fields,
            int largest,
            boolean wholeBuffers) {
        this.connection = connection;
        this.source = source;
        this.rowColumn = rowColumn;
        this.id = id;
        targets = fields.stream().map(field -> Target.of(field, largest)).toList();
        ids = new String[largest];
        vectors = new Vectors(wholeBuffers, VECTOR);
    }

    /**
     * The firms of some rows, in the order of the file. What is returned is overwritten by the next call.
     *
     * @throws SQLException if the file is damaged there
     */
    public FirmTable read(RowRange rows) throws SQLException {
        FirmColumns columns = columns(rows, true);
        return new FirmTable(List.of(Arrays.copyOf(ids, rows.count())), columns, List.of());
    }

    /** As {@link #read}, without what the firms are known by. */
    FirmColumns columns(RowRange rows) throws SQLException {
        return columns(rows, false);
    }

    private FirmColumns columns(RowRange rows, boolean withIds) throws SQLException {
        targets.forEach(Target::clear);
        int atOnce = rows.count() <= SMALL ? Math.max(1, targets.size()) : AT_ONCE;
        for (int from = 0; from < Math.max(1, targets.size()); from += atOnce) {
            read(rows, targets.subList(from, Math.min(targets.size(), from + atOnce)), withIds && from == 0);
        }
        var columns =
                targets.stream().map(target -> target.column(rows.count())).toList();
        return new FirmColumns(rows.count(), columns);
    }

    private void read(RowRange rows, List<Target> some, boolean withIds) throws SQLException {
        String name = id.map(column -> "coalesce(CAST(" + Sql.name(column) + " AS VARCHAR), '')")
                .orElse("CAST(" + rowColumn + " AS VARCHAR)");
        String wanted = some.stream().map(target -> ", " + target.field().sql()).collect(Collectors.joining());
        String sql = "SELECT " + rowColumn + (withIds ? ", " + name : "") + wanted + " FROM " + source + " WHERE "
                + rowColumn + " >= " + rows.from() + " AND " + rowColumn + " < " + rows.to();
        int seen = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                DuckDBChunkedResult result = ((DuckDBPreparedStatement) statement).query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                int count = (int) chunk.rowCount();
                int at = (int) vectors.first(chunk.vector(0), count) - rows.from();
                seen += count;
                if (withIds) {
                    names(chunk.vector(1), count, at);
                }
                for (int i = 0; i < some.size(); i++) {
                    some.get(i).take(vectors, chunk.vector(i + (withIds ? 2 : 1)), count, at);
                }
            }
        }
        if (seen != rows.count()) {
            throw new SQLException("rows " + rows.from() + " to " + rows.to() + " should be " + rows.count() + ", but "
                    + seen + " came; the file changed or is damaged");
        }
    }

    private void names(DuckDBReadableVector vector, int count, int at) {
        for (int i = 0; i < count; i++) {
            ids[at + i] = vector.getString(i);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Where a column's values go. */
    private sealed interface Target {

        FirmField field();

        void clear();

        void take(Vectors vectors, DuckDBReadableVector vector, int count, int at) throws SQLException;

        Column column(int rows);

        static Target of(FirmField field, int largest) {
            return switch (field.kind()) {
                case FIGURES -> new Figures(field, new double[Rows.padded(largest)], Rows.bits(largest));
                case CODES -> new Codes(field, new int[Rows.padded(largest)], Rows.bits(largest));
                case FLAGS -> new Flags(field, Rows.bits(largest), Rows.bits(largest));
                case LISTS, SPANS ->
                    field.form() == FirmField.Form.PLACES
                            ? new Parts(field, new int[Rows.padded(largest)], Rows.bits(largest))
                            : new Texts(field, new String[largest], Rows.bits(largest));
            };
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // the arrays are the point; nobody compares these records
    private record Figures(FirmField field, double[] values, long[] valid) implements Target {
        @Override
        public void clear() {
            Arrays.fill(valid, 0);
        }

        @Override
        public void take(Vectors vectors, DuckDBReadableVector vector, int count, int at) {
            vectors.figures(field.form(), vector, count, values, valid, at);
        }

        @Override
        public Column column(int rows) {
            return new Column.Figures(field.name(), field.scale(), values, valid, field.greatest());
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Codes(FirmField field, int[] values, long[] valid) implements Target {
        @Override
        public void clear() {
            Arrays.fill(valid, 0);
        }

        @Override
        public void take(Vectors vectors, DuckDBReadableVector vector, int count, int at) {
            vectors.codes(vector, count, values, valid, at);
        }

        @Override
        public Column column(int rows) {
            return new Column.Codes(field.name(), field.dictionary(), values, valid);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Flags(FirmField field, long[] values, long[] valid) implements Target {
        @Override
        public void clear() {
            Arrays.fill(values, 0);
            Arrays.fill(valid, 0);
        }

        @Override
        public void take(Vectors vectors, DuckDBReadableVector vector, int count, int at) {
            vectors.flags(vector, count, values, valid, at);
        }

        @Override
        public Column column(int rows) {
            return new Column.Flags(field.name(), values, valid);
        }
    }

    /** Lists and spans come as text and are taken apart when all of a block is there. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Texts(FirmField field, @Nullable String[] texts, long[] valid) implements Target {

        @Override
        public void clear() {
            Arrays.fill(valid, 0);
            Arrays.fill(texts, null);
        }

        @Override
        public void take(Vectors vectors, DuckDBReadableVector vector, int count, int at) {
            for (int i = 0; i < count; i++) {
                if (!vector.isNull(i)) {
                    texts[at + i] = vector.getString(i);
                    Rows.set(valid, at + i);
                }
            }
        }

        @Override
        public Column column(int rows) {
            return switch (field.kind()) {
                case SPANS -> TextColumns.spans(field.name(), rows, row -> texts[row], valid);
                case LISTS -> TextColumns.lists(field.name(), rows, row -> texts[row], valid);
                case FIGURES, CODES, FLAGS -> throw new IllegalStateException(field + " is not written as text");
            };
        }
    }

    /** Lists and spans whose texts are few come as numbers of texts. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Parts(FirmField field, int[] places, long[] valid) implements Target {

        @Override
        public void clear() {
            Arrays.fill(valid, 0);
        }

        @Override
        public void take(Vectors vectors, DuckDBReadableVector vector, int count, int at) {
            vectors.codes(vector, count, places, valid, at);
        }

        @Override
        public Column column(int rows) {
            return field.kind() == ColumnKind.SPANS
                    ? TextColumns.spans(field.name(), rows, field.dictionary(), places, valid)
                    : TextColumns.lists(field.name(), rows, field.dictionary(), places, valid);
        }
    }
}
