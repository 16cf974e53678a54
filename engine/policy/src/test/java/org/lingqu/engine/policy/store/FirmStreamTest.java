package org.lingqu.engine.policy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.check.Samples;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.pack.Policy;

class FirmStreamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final Policy POLICY = Samples.requiring("研发费用.上年 / 销售收入.上年 >= 0.05 and 居民企业");

    @TempDir
    private Path folder;

    /** In the first block nobody knows the revenue, in the second it has decimals, and the last block is not full. */
    private static Firm firm(int i) {
        FirmFacts.Builder facts = FirmFacts.builder().put("居民企业", new FactValue.YesNo(i % 3 > 0), "test");
        facts.put("研发费用", 2025, new FactValue.Amount(BigDecimal.valueOf(i % 11)), "test");
        if (i >= 70) {
            facts.put("销售收入", 2025, new FactValue.Amount(BigDecimal.valueOf(1000L + i, i % 3)), "test");
        }
        return new Firm("F" + i, "企业" + i, facts.build());
    }

    @Test
    void blocksSayWhatOnePlanOverAllFirmsSays() throws IOException, SQLException {
        List<Firm> firms =
                IntStream.range(0, 200).mapToObj(FirmStreamTest::firm).toList();
        Path out = folder.resolve("findings.parquet");
        RegionMatch.Done done;
        try (var stream = new FirmStream(List.of(POLICY), DAY, out, 1, 64)) {
            for (Firm firm : firms) {
                stream.add(firm);
            }
            done = stream.finish();
        }
        assertThat(done.firms()).isEqualTo(200);
        assertThat(done.columns()).isEqualTo(3);
        FirmColumns columns = ColumnBuilder.of(firms);
        var plan = new PolicyPlan(List.of(POLICY), columns, DAY);
        Findings findings = plan.run(columns, 1);
        int test = plan.policies().getFirst().decision();
        assertThat(rows(out))
                .isEqualTo(IntStream.range(0, 200)
                        .mapToObj(i -> i + " F" + i + " " + findings.truth(test, i))
                        .toList());
        assertThat(findings.countMet(test)).isPositive();
        assertThat(findings.countMet(test) + findings.countNotMet(test)).isLessThan(200);
    }

    @Test
    void noFirmsAreAFileWithoutRows() throws IOException, SQLException {
        Path out = folder.resolve("none.parquet");
        try (var stream = new FirmStream(List.of(POLICY), DAY, out, 1)) {
            assertThat(stream.finish().firms()).isZero();
        }
        assertThat(rows(out)).isEmpty();
    }

    @Test
    void brokenOffItLeavesNothing() throws IOException {
        Path out = folder.resolve("broken.parquet");
        try (var stream = new FirmStream(List.of(POLICY), DAY, out, 1, 1)) {
            stream.add(firm(1));
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static List<String> rows(Path file) throws SQLException {
        String decision =
                "CASE \"" + POLICY.fullName() + "\" WHEN true THEN 'TRUE' WHEN false THEN 'FALSE' ELSE 'UNKNOWN' END";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return Sql.list(
                    connection,
                    "SELECT \"row\" || ' ' || id || ' ' || " + decision + " FROM '" + file + "' ORDER BY \"row\"",
                    row -> row.getString(1));
        }
    }
}
