package org.lingqu.engine.policy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.check.Samples;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Truth;

class RegionMatchTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final int FIRMS = 150_001;
    private static final Policy POLICY = Samples.requiring("研发费用.近三年 / 销售收入.近三年 >= 0.05 and 居民企业 or 满年数(成立日期) < 5");

    @TempDir
    private Path folder;

    private Path firms() throws SQLException {
        Path file = folder.resolve("firms.parquet");
        var columns = new StringBuilder();
        for (int year = 2023; year <= 2025; year++) {
            columns.append(gaps(year, "CAST(hash(i, " + year + ") % 900 + 100 AS DECIMAL(18, 2))", "销售收入@" + year))
                    .append(gaps(year + 50, "CAST(hash(i, " + year + ", 2) % 90 AS DECIMAL(18, 2))", "研发费用@" + year));
        }
        columns.append(gaps(1, "hash(i, 5) % 2 = 0", "居民企业"))
                .append(gaps(2, "DATE '2015-01-01' + (hash(i, 6) % 4000)::INTEGER", "成立日期"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 'F' || i AS id" + columns + " FROM range(" + FIRMS + ") t(i)) TO '" + file
                    + "' (FORMAT parquet, ROW_GROUP_SIZE 20000)");
        }
        return file;
    }

    private static String gaps(int seed, String value, String name) {
        return ", CASE WHEN hash(i, " + seed + ", 7) % 12 > 0 THEN " + value + " END AS \"" + name + '"';
    }

    @Test
    void writesWhatThePlanSaysInTheOrderOfTheFile() throws Exception {
        Path file = firms();
        Path out = folder.resolve("findings.parquet");
        List<Integer> progress = new ArrayList<>();

        RegionMatch.Done done;
        try (FirmReader reader = FirmReader.parquet(file, 2)) {
            done = RegionMatch.run(reader, List.of(POLICY), DAY, out, 2, progress::add);
        }

        assertThat(done.firms()).isEqualTo(FIRMS);
        assertThat(progress).isSorted().last().isEqualTo(FIRMS);
        FirmTable whole = ParquetFirms.read(file, 1);
        var plan = new PolicyPlan(List.of(POLICY), whole.columns(), DAY);
        Findings findings = plan.run(whole.columns(), 1);
        int test = plan.policies().getFirst().decision();
        assertThat(findings.countMet(test)).isPositive();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT \"row\", id, \"" + POLICY.fullName() + "\" FROM '" + out + "'")) {
            int row = 0;
            for (; rows.next(); row++) {
                boolean met = rows.getBoolean(3);
                Truth said = rows.wasNull() ? Truth.UNKNOWN : Truth.of(met);
                if (rows.getLong(1) != row
                        || !rows.getString(2).equals("F" + row)
                        || said != findings.truth(test, row)) {
                    assertThat(rows.getLong(1) + " " + rows.getString(2) + " " + said)
                            .isEqualTo(row + " F" + row + " " + findings.truth(test, row));
                }
            }
            assertThat(row).isEqualTo(FIRMS);
        }
    }

    @Test
    void leavesNothingHalfDoneAndTheOldAnswerWhereItWas() throws Exception {
        Path file = firms();
        Path out = Files.writeString(folder.resolve("findings.parquet"), "yesterday");
        try (FirmReader reader = FirmReader.parquet(file, 2)) {
            assertThatThrownBy(() -> RegionMatch.run(reader, List.of(POLICY), DAY, out, 2, firms -> {
                        throw new IllegalStateException("broken off");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(out).hasContent("yesterday");
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("findings.parquet", "firms.parquet");
        }
    }
}
