package org.lingqu.engine.policy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.Rows;

class ParquetTest {

    @TempDir
    private Path folder;

    @Test
    void duckDbReadsTheTernaryColumnsBack() throws IOException, SQLException {
        int rows = 300_017;
        var random = new Random(5);
        long[] met = Rows.bits(rows);
        long[] notMet = Rows.bits(rows);
        double[] figures = new double[Rows.padded(rows)];
        for (int row = 0; row < rows; row++) {
            switch (random.nextInt(4)) {
                case 0 -> Rows.set(met, row);
                case 1, 2 -> Rows.set(notMet, row);
                default -> {}
            }
            figures[row] = random.nextInt(1000);
        }
        List<String> words =
                IntStream.range(0, rows).mapToObj(row -> "企业" + row).toList();
        Path file = folder.resolve("findings.parquet");
        ParquetWriter.write(
                file,
                rows,
                List.of(
                        new ParquetColumn.Words("id", words),
                        new ParquetColumn.Ternary("研发强度", met, notMet),
                        new ParquetColumn.Numbers("总分", figures, notMet, 10)));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT id, 研发强度, 总分 FROM '" + file + "'")) {
            int row = 0;
            for (; result.next(); row++) {
                assertThat(result.getString(1)).isEqualTo(words.get(row));
                boolean said = result.getBoolean(2);
                boolean unknown = result.wasNull();
                assertThat(unknown).isEqualTo(!Rows.get(met, row) && !Rows.get(notMet, row));
                assertThat(said).isEqualTo(Rows.get(met, row));
                double figure = result.getDouble(3);
                assertThat(result.wasNull()).isEqualTo(!Rows.get(notMet, row));
                assertThat(!Rows.get(notMet, row) || figure == figures[row] / 10)
                        .isTrue();
            }
            assertThat(row).isEqualTo(rows);
        }
    }

    @Test
    void readsFactsOfEveryTypeWhateverTheOrder() throws SQLException {
        Path file = folder.resolve("firms.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 'F' || i AS 统一社会信用代码, CAST(i + 0.25 AS DECIMAL(18, 2)) AS \"销售收入@2025\","
                    + " i / 100 AS 占比, CASE WHEN i % 3 > 0 THEN DATE '2020-01-01' + i::INTEGER END AS 成立日期,"
                    + " CASE WHEN i % 5 > 0 THEN 'C' || i % 7 END AS 行业, i % 2 = 0 AS 严重失信,"
                    + " CASE WHEN i % 4 > 0 THEN ['A' || i % 3, 'B'] END AS 资质,"
                    + " CASE i % 3 WHEN 0 THEN '2023-10-01/2026-09-30;2019-01-01/' WHEN 1 THEN '' END AS \"称号:高新技术企业\","
                    + " 1/3::DOUBLE AS 无限 FROM range(200000) t(i)) TO '" + file
                    + "' (FORMAT parquet, ROW_GROUP_SIZE 20000)");
        }
        FirmTable table = ParquetFirms.read(file, 2);
        assertThat(table.left()).hasSize(1).allMatch(left -> left.column().equals("无限"));
        assertThat(table.ids()).hasSize(200_000).element(77_777).isEqualTo("F77777");
        var sales = (Column.Figures) table.columns().column("销售收入@2025");
        var share = (Column.Figures) table.columns().column("占比");
        var founded = (Column.Figures) table.columns().column("成立日期");
        var industry = (Column.Codes) table.columns().column("行业");
        var flags = (Column.Flags) table.columns().column("严重失信");
        var lists = (Column.Lists) table.columns().column("资质");
        var spans = (Column.Spans) table.columns().column("称号:高新技术企业");
        for (int row = 0; row < 200_000; row++) {
            assertThat(sales.values()[row]).isEqualTo(row * 100.0 + 25);
            assertThat(share.values()[row]).isEqualTo(row);
            assertThat(Rows.get(founded.valid(), row)).isEqualTo(row % 3 > 0);
            assertThat(founded.values()[row]).isEqualTo(row % 3 > 0 ? 18_262 + row : 0);
            assertThat(Rows.get(industry.valid(), row)).isEqualTo(row % 5 > 0);
            if (row % 5 > 0) {
                assertThat(industry.dictionary().get(industry.values()[row])).isEqualTo("C" + row % 7);
            }
            assertThat(Rows.get(flags.values(), row)).isEqualTo(row % 2 == 0);
            assertThat(Rows.get(lists.valid(), row)).isEqualTo(row % 4 > 0);
            assertThat(Rows.get(spans.valid(), row)).isEqualTo(row % 3 < 2);
        }
        assertThat(spans.ends()[0]).isEqualTo(2);
        assertThat(spans.to()[1]).isEqualTo(Integer.MAX_VALUE);
        assertThat(sales.scale()).isEqualTo(2);
        assertThat(share.scale()).isEqualTo(2);
    }
}
