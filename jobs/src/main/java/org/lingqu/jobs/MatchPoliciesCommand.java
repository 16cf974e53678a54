package org.lingqu.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingqu job match-policies}: the whole of a province or country. */
@Command(
        name = "match-policies",
        mixinStandardHelpOptions = true,
        description = {
            "Decides every policy in force for every firm of a Parquet data set with Apache Spark, on this machine or a cluster.",
            "Answers and column names are those of ./lingqu match with a .parquet result; docs/spark.md tells how to submit it to a cluster.",
            "用 Spark 对任意规模的企业数据逐一比对现行政策。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:decided",
            "1:decided, but columns or policies were left out; each is reported",
            "2:wrong usage, or the data set cannot be read"
        },
        footer = {
            "",
            "Example:",
            "  ./lingqu job match-policies --in firms.parquet --as-of 2026-06-30 --out findings.parquet"
        })
final class MatchPoliciesCommand implements Callable<Integer> {

    @Option(
            names = "--in",
            required = true,
            paramLabel = "DIR",
            description = "the data set; any file system of Hadoop")
    private String in = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "where findings go; must not be there yet")
    private String out = "";

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "the day of the decisions, 2026-06-30")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--policies",
            paramLabel = "DIR",
            description = "folder of policy files (default: ${DEFAULT-VALUE})",
            defaultValue = "policies")
    private Path policies = Path.of("policies");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(policies)) {
            throw new ParameterException(spec.commandLine(), "no such folder: " + policies);
        }
        PolicyPack pack = PackReader.read(policies);
        PrintWriter err = spec.commandLine().getErr();
        pack.problems().forEach(err::println);
        PolicyTexts texts = PolicyTexts.of(pack, policies, asOf);
        if (texts.count() == 0) {
            throw new ParameterException(spec.commandLine(), "no sound policy is in force on " + asOf);
        }
        List<String> left = new ArrayList<>();
        try (SparkSession spark = Spark.session("lingqu match-policies")) {
            Dataset<Row> firms = spark.read().parquet(in);
            MatchPolicies.findings(firms, texts, asOf, left).write().parquet(out);
            left.forEach(column -> err.println("left out: " + column));
            PrintWriter text = spec.commandLine().getOut();
            text.printf("%d 家企业，%d 项政策；答案在 %s%n", spark.read().parquet(out).count(), texts.count(), out);
            text.flush();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), in + ": " + e.getMessage(), e);
        } catch (Exception e) {
            if (e instanceof AnalysisException analysis) { // checked, but Scala does not say so
                throw new ParameterException(spec.commandLine(), analysis.getMessage(), analysis);
            }
            throw e;
        }
        return left.isEmpty() && pack.problems().isEmpty() ? 0 : 1;
    }
}
