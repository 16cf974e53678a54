package org.lingqu.engine.policy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnKind;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.Rows;

class FirmReaderTest {

    /** Every type that a fact can have, each with gaps; row 0 to n. */
    static final String FIRMS =
            "SELECT 'F' || i AS id, CASE WHEN hash(i, 1) % 9 > 0 THEN CAST(hash(i, 2) % 1000000000 / 100"
                    + " AS DECIMAL(18, 2)) END AS money, CASE WHEN hash(i, 3) % 9 > 0 THEN CAST((hash(i, 4) % 900)::INTEGER - 400 AS SMALLINT)"
                    + " END AS small, CASE WHEN hash(i, 5) % 9 > 0 THEN CAST(hash(i, 6) % 90 AS TINYINT) END AS tiny,"
                    + " CASE WHEN hash(i, 7) % 9 > 0 THEN CAST(hash(i, 8) % 9000 / 1000 AS DECIMAL(4, 3)) END AS rate,"
                    + " CASE WHEN hash(i, 9) % 9 > 0 THEN CAST(hash(i, 10) % 90000 / 1000 AS DECIMAL(9, 3)) END AS middle,"
                    + " CASE WHEN hash(i, 11) % 9 > 0 THEN CAST(hash(i, 12) % 90000 / 1000 AS DECIMAL(30, 3)) END AS wide,"
                    + " CASE WHEN hash(i, 13) % 9 > 0 THEN CAST(hash(i, 14) % 90000 AS UINTEGER) END AS unsigned,"
                    + " CASE WHEN hash(i, 15) % 9 > 0 THEN (hash(i, 16) % 90000)::BIGINT - 100 END AS big,"
                    + " CASE WHEN hash(i, 17) % 9 > 0 THEN (hash(i, 18) % 1000) / 1000::DOUBLE END AS share,"
                    + " CASE WHEN hash(i, 19) % 9 > 0 THEN DATE '1960-01-01' + (hash(i, 20) % 20000)::INTEGER END AS founded,"
                    + " CASE WHEN hash(i, 21) % 9 > 0 THEN 'C' || hash(i, 22) % 300 END AS code,"
                    + " CASE WHEN hash(i, 23) % 9 > 0 THEN hash(i, 24) % 2 = 0 END AS flag,"
                    + " CASE WHEN hash(i, 25) % 9 > 0 THEN ['A' || hash(i, 26) % 3, 'B'] END AS list,"
                    + " CASE WHEN hash(i, 27) % 9 > 0 THEN ['A' || i] END AS own,"
                    + " CASE hash(i, 28) % 4 WHEN 0 THEN '2023-10-01/2026-09-30;2019-01-01/' WHEN 1 THEN '' WHEN 2 THEN '/2020-01-01'"
                    + " END AS \"称号:甲\" FROM range($rows) t(i)";

    @TempDir
    private Path folder;

    static String firms(int rows) {
        return FIRMS.replace("$rows", Integer.toString(rows));
    }

    private Path parquet(String query, int groupRows) throws SQLException {
        Path file = folder.resolve("firms.parquet");
        execute(
                "jdbc:duckdb:",
                "COPY (" + query + ") TO '" + file + "' (FORMAT parquet, ROW_GROUP_SIZE " + groupRows + ")");
        return file;
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void blocksWholeFilesDatabasesAndEveryWayOfCopyingAgree() throws SQLException {
        int rows = 160_123;
        Path file = parquet(firms(rows), 50_000);
        Path database = folder.resolve("firms.duckdb");
        execute("jdbc:duckdb:" + database, "CREATE TABLE firms AS " + firms(rows));
        FirmTable whole = ParquetFirms.read(file, 2);
        assertThat(whole.left()).isEmpty();
        assertThat(whole.ids()).hasSize(rows).endsWith("F" + (rows - 1));
        try (FirmReader parquet = FirmReader.parquet(file, 2);
                FirmReader duck = FirmReader.duckDb(database, "FROM firms", 2)) {
            assertThat(parquet.blocks())
                    .hasSize(2)
                    .last()
                    .extracting(RowRange::to)
                    .isEqualTo(rows);
            for (FirmReader reader : List.of(parquet, duck)) {
                reader.prepare(reader.kinds().keySet());
                for (boolean wholeBuffers : new boolean[] {true, false}) {
                    try (BlockReader blocks = reader.blocks(reader.kinds().keySet(), wholeBuffers)) {
                        for (RowRange range : reader.blocks()) {
                            same(whole, blocks.read(range), range);
                        }
                    }
                }
            }
        }
    }

    private static void same(FirmTable whole, FirmTable block, RowRange range) {
        assertThat(block.ids()).isEqualTo(whole.ids().subList(range.from(), range.to()));
        for (Column column : whole.columns().all()) {
            Column other = block.columns().column(column.name());
            for (int i = 0; i < range.count(); i++) {
                String wanted = value(column, range.from() + i);
                String found = value(other, i);
                if (!wanted.equals(found)) {
                    assertThat(found)
                            .as("%s of row %d", column.name(), range.from() + i)
                            .isEqualTo(wanted);
                }
            }
        }
    }

    static String value(Column column, int row) {
        if (!Rows.get(column.valid(), row)) {
            return "-";
        }
        return switch (column) {
            case Column.Figures figures -> figures.values()[row] + "e-" + figures.scale();
            case Column.Codes codes -> codes.dictionary().get(codes.values()[row]);
            case Column.Flags flags -> Boolean.toString(Rows.get(flags.values(), row));
            case Column.Lists lists ->
                Arrays.stream(lists.values(), row == 0 ? 0 : lists.ends()[row - 1], lists.ends()[row])
                        .mapToObj(lists.dictionary()::get)
                        .toList()
                        .toString();
            case Column.Spans spans -> {
                var text = new StringBuilder();
                for (int i = row == 0 ? 0 : spans.ends()[row - 1]; i < spans.ends()[row]; i++) {
                    text.append(spans.from()[i])
                            .append('/')
                            .append(spans.to()[i])
                            .append(';');
                }
                yield text.toString();
            }
        };
    }

    @Test
    void aGroupLargerThanABlockIsReadInBlocksAllTheSame() throws SQLException {
        int rows = 270_001;
        Path file = parquet("SELECT i AS id, i * 3 AS n FROM range(" + rows + ") t(i)", 1_000_000);
        try (FirmReader reader = FirmReader.parquet(file, 2)) {
            assertThat(reader.blocks()).hasSize(3);
            reader.prepare(List.of("n"));
            try (BlockReader blocks = reader.blocks(List.of("n"))) {
                for (RowRange range : reader.blocks()) {
                    FirmTable read = blocks.read(range);
                    var figures = (Column.Figures) read.columns().column("n");
                    for (int i = 0; i < range.count(); i++) {
                        if (figures.values()[i] != (range.from() + i) * 3.0) {
                            assertThat(figures.values()[i]).isEqualTo((range.from() + i) * 3.0);
                        }
                    }
                    assertThat(read.ids().getFirst()).isEqualTo(Integer.toString(range.from()));
                }
            }
        }
    }

    @Test
    void leavesColumnsThatCannotBeReadWithoutLossAndSaysWhy() throws SQLException {
        Path file = parquet(
                "SELECT i AS id, (i + 100) / 7::DOUBLE AS seventh, 12345678901234567890::HUGEINT AS huge, 9e15::DOUBLE AS rounded,"
                        + " TIME '10:00' AS clock, '2023-13-01/' AS \"称号:甲\", 5 AS \"称号:乙\", i AS fine FROM range(3) t(i)",
                1000);
        FirmTable read = ParquetFirms.read(file, 1);
        assertThat(read.columns().all()).extracting(Column::name).containsExactly("fine");
        assertThat(read.left())
                .extracting(left ->
                        left.column() + " " + left.code() + " " + left.row().isPresent())
                .containsExactlyInAnyOrder(
                        "seventh TOO_MANY_DIGITS false",
                        "huge TOO_MANY_DIGITS false",
                        "rounded TOO_MANY_DIGITS false",
                        "clock WRONG_TYPE false",
                        "称号:甲 NO_SPAN false",
                        "称号:乙 WRONG_TYPE false");
    }

    @Test
    void aBadCellIsMissingAndToldWithItsRow() throws SQLException {
        String bad = "CASE WHEN i IN (17, 40) THEN ";
        Path file = parquet(
                "SELECT i AS id, " + bad + "'2023-13-01/' ELSE '2023-10-01/' END AS \"称号:甲\", "
                        + bad + "1e300 WHEN i = 41 THEN 'nan'::DOUBLE ELSE i / 100 END AS share, "
                        + bad + "9007199254740993 ELSE i END AS big, "
                        + bad
                        + "DATE 'infinity' ELSE DATE '2020-01-01' + i::INTEGER END AS founded FROM range(60) t(i)",
                1000);
        FirmTable read = ParquetFirms.read(file, 1);
        assertThat(read.left())
                .extracting(
                        left -> left.column() + " " + left.row().orElse(-1) + " " + left.code() + " " + left.value())
                .containsExactlyInAnyOrder(
                        "称号:甲 17 NO_SPAN 2023-13-01/",
                        "称号:甲 40 NO_SPAN 2023-13-01/",
                        "share 17 TOO_MANY_DIGITS 1e+300",
                        "share 40 TOO_MANY_DIGITS 1e+300",
                        "share 41 TOO_MANY_DIGITS nan",
                        "big 17 TOO_MANY_DIGITS 9007199254740993",
                        "big 40 TOO_MANY_DIGITS 9007199254740993",
                        "founded 17 NO_DAY infinity",
                        "founded 40 NO_DAY infinity");
        for (Column column : read.columns().all()) {
            assertThat(Rows.get(column.valid(), 17)).as(column.name()).isFalse();
            assertThat(Rows.get(column.valid(), 18)).as(column.name()).isTrue();
        }
        assertThat(value(read.columns().column("share"), 18)).isEqualTo("18.0e-2");
        assertThat(value(read.columns().column("big"), 18)).isEqualTo("18.0e-0");
        assertThat(value(read.columns().column("称号:甲"), 18)).isEqualTo("19631/2147483647;");
    }

    @Test
    void manyBadCellsAreCounted() throws SQLException {
        Path file =
                parquet("SELECT i AS id, CASE WHEN i % 10 = 0 THEN 1e300 ELSE i END AS n FROM range(500) t(i)", 1000);
        List<LeftOut> left = ParquetFirms.read(file, 1).left();
        assertThat(left).hasSize(21).last().satisfies(more -> {
            assertThat(more.code()).isEqualTo(LeftOut.Code.MORE_CELLS);
            assertThat(more.value()).isEqualTo("30 more cells");
        });
    }

    @Test
    void ratesThatSomebodyDividedAreHeldWithAllTheirDigits() throws SQLException {
        Path file =
                parquet("SELECT i AS id, 0.123456789::DOUBLE AS rate, 0.1::FLOAT AS tenth FROM range(3) t(i)", 1000);
        FirmTable read = ParquetFirms.read(file, 1);
        assertThat(read.left()).isEmpty();
        assertThat(value(read.columns().column("rate"), 0)).isEqualTo("1.23456789E9e-10");
        assertThat(value(read.columns().column("tenth"), 0)).isEqualTo("10.0e-2");
    }

    @Test
    void leavesNumbersWhereCodesAreMeant() throws SQLException {
        Path file = parquet("SELECT i AS id, 450100 AS 注册地, 'C39' AS 行业代码 FROM range(3) t(i)", 1000);
        try (FirmReader reader = FirmReader.parquet(file, 1)) {
            reader.require(Map.of("注册地", ColumnKind.CODES, "行业代码", ColumnKind.CODES, "没有", ColumnKind.FLAGS));
            assertThat(reader.left()).singleElement().satisfies(left -> {
                assertThat(left.column()).isEqualTo("注册地");
                assertThat(left.code()).isEqualTo(LeftOut.Code.WRONG_TYPE);
                assertThat(left.value()).isEqualTo("FIGURES");
            });
            assertThat(reader.has("注册地")).isFalse();
            assertThat(reader.has("行业代码")).isTrue();
        }
    }

    @Test
    void noFirmsAreNoError() throws SQLException {
        Path file = parquet("SELECT i AS id, 'x' AS code, i AS n FROM range(0) t(i)", 1000);
        FirmTable read = ParquetFirms.read(file, 1);
        assertThat(read.ids()).isEmpty();
        assertThat(read.columns()).extracting(FirmColumns::count).isEqualTo(0);
    }

    @Test
    void refusesWhatIsMissingTruncatedOrDamaged() throws SQLException, IOException {
        Path file = parquet(firms(60_000), 20_000);
        byte[] bytes = Files.readAllBytes(file);
        Path broken = folder.resolve("broken.parquet");
        assertThatThrownBy(() -> ParquetFirms.read(broken, 1)).isInstanceOf(SQLException.class);
        for (int length : new int[] {0, 3, bytes.length / 2, bytes.length - 1}) {
            Files.write(broken, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> ParquetFirms.read(broken, 1)).isInstanceOf(SQLException.class);
        }
        byte[] holed = bytes.clone();
        Arrays.fill(holed, 1000, bytes.length / 2, (byte) 0x5A);
        Files.write(broken, holed);
        assertThatThrownBy(() -> ParquetFirms.read(broken, 1)).isInstanceOf(SQLException.class);
        Path database = folder.resolve("no.duckdb");
        assertThatThrownBy(() -> FirmReader.duckDb(database, "FROM firms", 1)).isInstanceOf(SQLException.class);
        Files.write(database, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> FirmReader.duckDb(database, "FROM firms", 1)).isInstanceOf(SQLException.class);
    }
}
