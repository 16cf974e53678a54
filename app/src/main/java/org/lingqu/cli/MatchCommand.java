package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.match.Match;
import org.lingqu.match.Summary;
import org.lingqu.registry.CellProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingqu match}: an officer's own list of firms against all policies in force. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "把企业名单与全部现行政策逐一比对：符合、不符合、缺数据、需人工确认，附条款和差距。",
            "列的含义按表头判断，记在“名单.columns.yaml”中，可以修改。",
            "Decides every policy in force for every firm of a list: yes, no, unknown or ask somebody, with clause and gap.",
            "What columns mean is proposed from their headers and kept in LIST.columns.yaml, where it can be corrected."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:decided",
            "1:decided, but cells, columns or policies were left out; each is reported",
            "2:wrong usage, or the list cannot be read"
        },
        footer = {
            "",
            "Examples:",
            "  ./lingqu match --firms firms.xlsx --as-of 2026-06-30 --out answers.xlsx",
            "  ./lingqu match --firms firms.xlsx --as-of 2026-06-30 --explain 91350100M000100Y43"
        })
final class MatchCommand implements Callable<Integer> {

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "基准日，如 2026-06-30  the day of the decisions")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "结果：.xlsx 或 .csv 附全部理由，.parquet 每个条件一列",
                ".xlsx or .csv with every reason, or .parquet with a ternary column a criterion"
            })
    private @Nullable Path out;

    @Option(
            names = "--explain",
            paramLabel = "FIRM",
            description = "只说明这一家企业（名称或代码）  print everything about this firm (name or code) instead")
    private @Nullable String explained;

    @Option(names = "--threads", paramLabel = "N", description = "默认全部处理器  default: all processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private FirmList list = new FirmList();

    @Mixin
    private PolicyFolder folder = new PolicyFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        requireUsable();
        PolicyPack pack = folder.read(spec);
        pack.problems().forEach(spec.commandLine().getErr()::println);
        List<Policy> policies = pack.inForce(asOf);
        if (policies.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "在 " + asOf + " 没有现行政策 no sound policy is in force on " + asOf);
        }
        if (list.isParquet(spec) || (out != null && FirmList.isParquet(out))) {
            return columns(pack, policies, outOfColumns());
        }
        FirmList.Read read = list.read(pack, asOf, spec);
        var match = new Match(pack.facts(), policies, asOf);
        if (explained != null) {
            return explain(match, read, explained);
        }
        if (out == null) {
            throw new IllegalStateException("requireUsable asks for --out");
        }
        Summary sums = new MatchRun(match, policies, asOf, spec).decide(read, out);
        print(sums, read.report().problems(), out);
        return read.report().problems().isEmpty() && pack.problems().isEmpty() ? 0 : 1;
    }

    private void requireUsable() {
        if (explained == null && out == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "说明结果放在哪里：--out answers.xlsx，或 --explain 企业。Say where the answers go: --out answers.xlsx, or --explain FIRM");
        }
        list.file(spec);
        if (out != null) {
            list.requireOther(out, spec);
            boolean known = out.toString().endsWith(".xlsx") || out.toString().endsWith(".csv");
            if (!known && !FirmList.isParquet(out)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--out 以 .xlsx、.csv 或 .parquet 结尾。--out ends in .xlsx, .csv or .parquet, got " + out);
            }
        }
    }

    private Path outOfColumns() {
        if (out == null) {
            throw new ParameterException(
                    spec.commandLine(), "--explain 只读 .xlsx 或 .csv 名单。--explain reads .xlsx or .csv lists");
        }
        return out;
    }

    /** Millions of firms: outcomes and findings of every criterion from the columns, without words for each. */
    private int columns(PolicyPack pack, List<Policy> policies, Path target) throws IOException {
        if (FirmList.isParquet(target)) {
            boolean whole = new RegionRun(list, policies, asOf, threads, spec).decide(pack, target);
            return whole && pack.problems().isEmpty() ? 0 : 1;
        }
        MatchFirms read = MatchFirms.read(list, pack, asOf, threads, spec);
        var plan = new PolicyPlan(policies, read.columns(), asOf);
        Findings findings = plan.run(read.columns(), threads);
        AsideFile.write(target, file -> new MatchResult(plan, findings, read, asOf).write(file, target.toString()));
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                "%d 家企业，%d 项政策，%d 个条件；结果在 the answers are in %s%n",
                findings.count(), plan.policies().size(), plan.criteria(), target);
        text.flush();
        return pack.problems().isEmpty() && read.problems() == 0 ? 0 : 1;
    }

    private int explain(Match match, FirmList.Read read, String wanted) {
        PrintWriter text = spec.commandLine().getOut();
        boolean found = false;
        for (int i = 0; i < read.firms().size(); i++) {
            Firm firm = read.firms().get(i);
            if (firm.id().equals(wanted) || firm.name().equals(wanted)) {
                found = true;
                text.print(problems(read, read.rows().get(i)));
                text.println(match.explain(firm));
            }
        }
        text.flush();
        if (!found) {
            throw new ParameterException(
                    spec.commandLine(),
                    "名单中没有这家企业 no firm of that name or code: " + wanted + NearFirms.advice(wanted, read.firms()));
        }
        return 0;
    }

    /** What could not be read of this firm, so that nobody wonders why a figure is missing. */
    private static String problems(FirmList.Read read, int row) {
        var text = new StringBuilder();
        for (CellProblem problem : read.report().problems()) {
            if (problem.row() == row || problem.row() == read.report().headerRow()) {
                text.append("  ").append(problem).append('\n');
            }
        }
        return text.isEmpty() ? "" : "名单中以下单元格没有读取，相应数据按缺失处理 not read, so missing:\n" + text + "\n";
    }

    private void print(Summary sums, List<CellProblem> problems, Path target) {
        PrintWriter text = spec.commandLine().getOut();
        text.print(MatchRun.words(sums, asOf));
        list.print(problems, "，见结果中的“单元格问题”", spec);
        text.println("结果在 the answers are in " + target);
        text.flush();
    }
}
