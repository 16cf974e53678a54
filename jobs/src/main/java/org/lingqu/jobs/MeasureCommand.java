package org.lingqu.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lingqu job measure}: whether cost grows as the data do. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description =
                "Times match-policies over one, two and four times so many made-up firms, Parquet to Parquet; the faster of two runs each.",
        footer = {"", "Example:", "  ./lingqu job measure --rows 100000"})
final class MeasureCommand implements Callable<Integer> {

    private static final int PARTITIONS = 8;

    @Option(names = "--rows", paramLabel = "N", description = "firms of the smallest run (default: ${DEFAULT-VALUE})")
    private long rows = 50_000;

    @Option(names = "--policies", paramLabel = "DIR", description = "the pack (default: ${DEFAULT-VALUE})")
    private Path policies = Path.of("policies");

    @Option(names = "--as-of", paramLabel = "DATE", description = "default: ${DEFAULT-VALUE}")
    private LocalDate asOf = LocalDate.of(2026, 5, 1);

    @Option(names = "--work", paramLabel = "DIR", description = "where data sets go (default: ${DEFAULT-VALUE})")
    private Path work = Path.of("target/measure");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PolicyPack pack = PackReader.read(policies);
        PolicyTexts texts = PolicyTexts.of(pack, policies, asOf);
        PrintWriter out = spec.commandLine().getOut();
        try (SparkSession spark = Spark.session("lingqu measure")) {
            long[] sizes = {rows, 2 * rows, 4 * rows};
            for (long size : sizes) {
                ExampleFirms.of(spark, pack, size, PARTITIONS)
                        .write()
                        .mode(SaveMode.Overwrite)
                        .parquet(firms(size));
            }
            time(spark, texts, 4 * rows); // what is done once: classes, compiled code, the pack
            double first = 0;
            for (long size : sizes) {
                double seconds = Math.min(time(spark, texts, size), time(spark, texts, size));
                first = first == 0 ? seconds : first;
                out.printf(
                        Locale.ROOT,
                        "%,9d firms, %d policies: %6.1f s, %5.1f µs a firm, %.2f × the first%n",
                        size,
                        texts.count(),
                        seconds,
                        seconds * 1e6 / size,
                        seconds / first);
                out.flush();
            }
        }
        return 0;
    }

    private String firms(long count) {
        return work.resolve("firms-" + count).toString();
    }

    private double time(SparkSession spark, PolicyTexts texts, long count) {
        long start = System.nanoTime();
        MatchPolicies.findings(spark.read().parquet(firms(count)), texts, asOf, new ArrayList<>())
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(work.resolve("findings").toString());
        return (System.nanoTime() - start) / 1e9;
    }
}
