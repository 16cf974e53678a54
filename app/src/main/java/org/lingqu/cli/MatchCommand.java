package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lingqu.policy.check.PackReader;
import org.lingqu.policy.check.PolicyPack;
import org.lingqu.policy.column.Findings;
import org.lingqu.policy.column.PolicyPlan;
import org.lingqu.policy.pack.Policy;
import org.lingqu.sheet.UnreadableSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lingqu match}: every firm of a list by every policy in force. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Decides every firm of a list by every policy in force on a day.",
            "Excel and CSV: headers are understood or asked about; the mapping is kept in FILE.columns.yaml, to be corrected there.",
            "按当日有效的全部政策，逐一判定名单中的每家企业；列的含义记在 FILE.columns.yaml 中，可改。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:decided",
            "1:decided, but some cells or policies had problems and were left out; they are listed",
            "2:wrong usage, or nothing could be read"
        },
        footer = {
            "",
            "Example:",
            "  ./lingqu match --firms firms.xlsx --policies policies --as-of 2026-04-01 --out result.xlsx"
        })
final class MatchCommand implements Callable<Integer> {

    @Option(names = "--firms", required = true, paramLabel = "FILE", description = "firms: .xlsx, .csv or .parquet")
    private Path firms = Path.of("");

    @Option(names = "--policies", paramLabel = "DIR", description = "folder of policy files (default: policies)")
    private Path policies = Path.of("policies");

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "the day of the decision")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "result: .xlsx, .csv or .parquet")
    private Path out = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "what the columns mean (default: FILE.columns.yaml)")
    private @Nullable Path mapping;

    @Option(names = "--sheet", paramLabel = "NAME", description = "sheet of the workbook (default: the first)")
    private String sheet = "";

    @Option(names = "--threads", paramLabel = "N", description = "default: all processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        PolicyPack pack = PackReader.read(policies);
        if (!pack.problems().isEmpty()) {
            err.printf(
                    "%d problems in the policies; ./lingqu policy check %s lists them.%n",
                    pack.problems().size(), policies);
        }
        List<Policy> inForce = pack.inForce(asOf);
        if (inForce.isEmpty()) {
            err.printf("No policy in %s is in force on %s.%n", policies, asOf);
            return 2;
        }
        try {
            MatchFirms read = MatchFirms.read(firms, sheet, mapping, pack, asOf, threads, err);
            var plan = new PolicyPlan(inForce, read.columns(), asOf);
            Findings findings = plan.run(read.columns(), threads);
            new MatchResult(plan, findings, read, asOf).write(out);
            summary(plan, findings);
            return pack.problems().isEmpty() && read.problems() == 0 ? 0 : 1;
        } catch (UnreadableSheet | SQLException e) {
            err.println(firms + ": " + e.getMessage());
            return 2;
        }
    }

    private void summary(PolicyPlan plan, Findings findings) {
        PrintWriter to = spec.commandLine().getOut();
        to.printf(
                "%d firms, %d policies, %d criteria: %s%n",
                findings.count(), plan.policies().size(), plan.criteria(), out);
        for (PolicyPlan.PolicyTests policy : plan.policies()) {
            long met = findings.countMet(policy.decision());
            long not = findings.countNotMet(policy.decision());
            to.printf(
                    "%-48s 符合 %d  不符合或不适用 %d  待补数据或确认 %d%n",
                    policy.policy().fullName() + " " + policy.policy().title(), met, not, findings.count() - met - not);
        }
        to.flush();
    }
}
