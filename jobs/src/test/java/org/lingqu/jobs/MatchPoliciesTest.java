package org.lingqu.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.rule.Truth;
import org.lingqu.engine.policy.store.FirmTable;
import org.lingqu.engine.policy.store.ParquetFirms;

/** A cluster says what one machine says, whatever happens to its tasks. */
class MatchPoliciesTest {

    private static final Path FOLDER = Path.of("../policies");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final int FIRMS = 3_000;
    private static final int PARTITIONS = 5;

    @TempDir
    private static Path work = Path.of("");

    @SuppressWarnings("NullAway.Init") // before all
    private static SparkSession spark;

    @SuppressWarnings("NullAway.Init") // before all
    private static PolicyPack pack;

    @SuppressWarnings("NullAway.Init") // before all
    private static PolicyTexts texts;

    private static String in = "";

    @BeforeAll
    static void firms() throws IOException {
        // four attempts a task, as a cluster has
        System.setProperty("spark.master", "local[2,4]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.driver.host", "localhost");
        spark = Spark.session("test");
        pack = PackReader.read(FOLDER);
        texts = PolicyTexts.of(pack, FOLDER, DAY);
        in = work.resolve("firms.parquet").toString();
        ExampleFirms.of(spark, pack, FIRMS, PARTITIONS).write().parquet(in);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void everyFindingOfEveryFirmIsThatOfOneMachine() throws SQLException {
        List<String> left = new ArrayList<>();
        Dataset<Row> findings = MatchPolicies.findings(spark.read().parquet(in), texts, DAY, left);
        assertThat(left).isEmpty();
        assertThat(findings.rdd().getNumPartitions()).isGreaterThan(1);
        assertSame(findings);
    }

    @Test
    void aTaskThatFailsHalfWayLeavesNoRowTwiceAndNoneOut() throws IOException, SQLException {
        Dataset<Row> firms = spark.read().parquet(in);
        MapPartitionsFunction<Row, Row> breaksOnce = rows -> {
            int[] seen = new int[1];
            Iterable<Row> all = () -> rows;
            return StreamSupport.stream(all.spliterator(), false)
                    .map(row -> {
                        if (TaskContext.get().attemptNumber() == 0 && ++seen[0] == 300) {
                            throw new IllegalStateException("a disk is gone");
                        }
                        return row;
                    })
                    .iterator();
        };
        String out = work.resolve("findings.parquet").toString();
        Dataset<Row> broken = firms.mapPartitions(breaksOnce, Encoders.row(firms.schema()));
        MatchPolicies.findings(broken, texts, DAY, new ArrayList<>()).write().parquet(out);
        assertThat(Files.exists(Path.of(out, "_SUCCESS"))).isTrue();
        assertSame(spark.read().parquet(out));
    }

    private static void assertSame(Dataset<Row> findings) throws SQLException {
        Path one = work.resolve("one-machine.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM '" + in + "/*.parquet') TO '" + one + "' (FORMAT parquet)");
        }
        FirmTable table = ParquetFirms.read(one, 2);
        var plan = new PolicyPlan(pack.inForce(DAY), table.columns(), DAY);
        Map<String, Integer> named = plan.named();
        Findings alone = plan.run(table.columns(), 2);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < table.ids().size(); i++) {
            places.put(table.ids().get(i), i);
        }
        List<String> names = List.of(findings.columns());
        assertThat(names).hasSize(named.size() + 1).containsAll(named.keySet());
        List<Row> rows = findings.collectAsList();
        assertThat(rows).hasSize(FIRMS);
        assertThat(rows.stream().map(row -> row.getString(0)).distinct()).hasSize(FIRMS);
        int known = 0;
        List<String> differences = new ArrayList<>();
        List<Integer> tests =
                names.stream().map(name -> named.getOrDefault(name, -1)).toList();
        for (Row row : rows) {
            int firm = places.getOrDefault(row.getString(0), -1);
            for (int i = 1; i < tests.size(); i++) {
                Truth expected = alone.truth(tests.get(i), firm);
                if (truth(row.get(i)) != expected) {
                    differences.add(names.get(i) + " of " + row.get(0) + " is " + expected);
                }
                known += expected.isKnown() ? 1 : 0;
            }
        }
        assertThat(differences).isEmpty();
        assertThat(known).isGreaterThan(100_000);
    }

    private static Truth truth(@Nullable Object value) {
        return value == null ? Truth.UNKNOWN : Truth.of((Boolean) value);
    }

    @Test
    void theJvmGetsWhatSparkAsksFor() throws IOException {
        assertThat(Files.readAllLines(Path.of("jvm.options")).stream().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        JavaModuleOptions.defaultModuleOptions().strip().split("\\s+"));
    }

    @Test
    void aDataSetThatIsNotThereIsAWrongUsage() {
        var err = new StringWriter();
        int status = Jobs.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "match-policies",
                "--in",
                work.resolve("none").toString(),
                "--policies",
                FOLDER.toString(),
                "--as-of",
                DAY.toString(),
                "--out",
                work.resolve("nowhere").toString());
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("none");
    }
}
