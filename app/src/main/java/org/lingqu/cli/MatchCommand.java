package org.lingqu.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.match.Answer;
import org.lingqu.match.Match;
import org.lingqu.match.MatchBook;
import org.lingqu.match.MatchCsv;
import org.lingqu.match.Summary;
import org.lingqu.registry.ColumnMapping;
import org.lingqu.registry.FirmSheet;
import org.lingqu.registry.Headers;
import org.lingqu.sheet.UnreadableSheet;
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
            "Decides every policy in force for every firm of a list: yes, no, unknown or ask somebody, with clause and gap.",
            "What columns mean is proposed from their headers and kept in LIST.columns.yaml, where it can be corrected.",
            "把企业名单与全部现行政策逐一比对；列的含义记在“名单.columns.yaml”中，可以修改。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:decided",
            "1:decided, but cells, columns or policies were left out; each is reported",
            "2:wrong usage, or the list cannot be read"
        },
        footer = {"", "Example:", "  ./lingqu match --firms firms.xlsx --as-of 2026-06-30 --out answers.xlsx"})
final class MatchCommand implements Callable<Integer> {

    private static final int BATCH = 512;
    private static final int SHOWN_PROBLEMS = 20;

    @Option(
            names = "--firms",
            required = true,
            paramLabel = "FILE",
            description = "the list: .xlsx or .csv with Chinese headers, or .parquet")
    private Path list = Path.of("");

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "sheet of the workbook (default: the first visible one)",
            defaultValue = "")
    private String sheet = "";

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "the day of the decisions, 2026-06-30")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "where the answers go: .xlsx or .csv with every reason, or .parquet with a ternary column a criterion")
    private @Nullable Path out;

    @Option(names = "--mapping", paramLabel = "FILE", description = "what columns mean (default: beside the list)")
    private @Nullable Path mappingFile;

    @Option(
            names = "--explain",
            paramLabel = "FIRM",
            description = "print everything about this firm (name or code) instead")
    private @Nullable String explained;

    @Option(names = "--threads", paramLabel = "N", description = "default: all processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private PolicyFolder folder = new PolicyFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        requireUsable();
        PolicyPack pack = folder.read(spec);
        PrintWriter err = spec.commandLine().getErr();
        pack.problems().forEach(err::println);
        List<Policy> policies = pack.inForce(asOf);
        if (policies.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no sound policy is in force on " + asOf);
        }
        if (isParquet(list) || (out != null && isParquet(out))) {
            return columns(pack, policies);
        }
        var firms = new ArrayList<Firm>();
        FirmSheet.Report report;
        try {
            report = read(pack, firms);
        } catch (UnreadableSheet e) {
            throw new ParameterException(
                    spec.commandLine(), list + ": " + e.code() + ": " + e.getMessage() + "; " + e.advice(), e);
        }
        if (!report.namesFirms()) {
            throw new ParameterException(
                    spec.commandLine(),
                    list + ": no column holds the firms' names or credit codes; the header was taken from row "
                            + report.headerRow() + ". Name one in " + mapping());
        }
        var match = new Match(pack.facts(), policies, asOf);
        if (explained != null) {
            return explain(match, firms, explained);
        }
        return decide(match, policies, firms, report) && pack.problems().isEmpty() ? 0 : 1;
    }

    private static boolean isParquet(Path file) {
        return file.toString().endsWith(".parquet");
    }

    /** Millions of firms: outcomes and findings of every criterion from the columns, without words for each. */
    private int columns(PolicyPack pack, List<Policy> policies) throws IOException {
        if (out == null) {
            throw new ParameterException(spec.commandLine(), "--explain reads .xlsx or .csv lists");
        }
        try {
            MatchFirms read = MatchFirms.read(
                    list,
                    sheet,
                    mapping(),
                    pack,
                    asOf,
                    threads,
                    spec.commandLine().getErr());
            var plan = new PolicyPlan(policies, read.columns(), asOf);
            Findings findings = plan.run(read.columns(), threads);
            new MatchResult(plan, findings, read, asOf).write(out);
            PrintWriter text = spec.commandLine().getOut();
            text.printf(
                    "%d 家企业，%d 项政策，%d 个条件；答案在 %s%n",
                    findings.count(), plan.policies().size(), plan.criteria(), out);
            text.flush();
            return pack.problems().isEmpty() && read.problems() == 0 ? 0 : 1;
        } catch (UnreadableSheet e) {
            throw new ParameterException(
                    spec.commandLine(), list + ": " + e.code() + ": " + e.getMessage() + "; " + e.advice(), e);
        } catch (SQLException e) {
            throw new ParameterException(
                    spec.commandLine(), list + ": not a Parquet file that can be read: " + e.getMessage(), e);
        }
    }

    private void requireUsable() {
        if (!Files.isRegularFile(list)) {
            throw new ParameterException(spec.commandLine(), "no such file: " + list);
        }
        if (out != null
                && list.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
            throw new ParameterException(spec.commandLine(), "--out would overwrite the list; name another file");
        }
        if (explained == null && out == null) {
            throw new ParameterException(
                    spec.commandLine(), "say where the answers go: --out answers.xlsx, or --explain FIRM");
        }
        if (out != null && !out.toString().endsWith(".xlsx") && !out.toString().endsWith(".csv") && !isParquet(out)) {
            throw new ParameterException(spec.commandLine(), "--out ends in .xlsx, .csv or .parquet, got " + out);
        }
    }

    private FirmSheet.Report read(PolicyPack pack, List<Firm> firms) throws IOException, UnreadableSheet {
        Set<String> titles = titles(pack.policies());
        var problems = new ArrayList<PolicyProblem>();
        Path file = mapping();
        boolean known = Files.isRegularFile(file);
        ColumnMapping mapping = known
                ? ColumnMapping.read(file.toString(), Files.readString(file), pack.facts(), titles, problems)
                : ColumnMapping.none();
        if (!problems.isEmpty()) {
            problems.forEach(spec.commandLine().getErr()::println);
            throw new ParameterException(
                    spec.commandLine(),
                    file + " has " + problems.size()
                            + " problems; correct them, or delete it to have columns proposed again");
        }
        FirmSheet.Report report = FirmSheet.read(
                list, sheet, new Headers(pack.facts(), titles, asOf), mapping, asOf, (firm, row) -> firms.add(firm));
        if (!known) {
            Files.writeString(file, ColumnMapping.write(report.headers(), report.meanings()));
            spec.commandLine()
                    .getErr()
                    .println("列的含义已记入 " + file + "，请核对。What columns mean is kept there; look it over.");
        }
        return report;
    }

    private Path mapping() {
        return mappingFile != null ? mappingFile : list.resolveSibling(list.getFileName() + ".columns.yaml");
    }

    /** Titles that policies grant, and those they ask for. */
    private static Set<String> titles(List<Policy> policies) {
        return policies.stream()
                .flatMap(policy -> Stream.concat(policy.titles().stream(), asked(policy).stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> asked(Policy policy) {
        Set<String> titles = new TreeSet<>();
        Terms.each(policy.condition(), term -> {
            if (term instanceof Condition.HoldsTitle title) {
                titles.add(title.title());
            }
        });
        return titles;
    }

    private int explain(Match match, List<Firm> firms, String wanted) {
        List<Firm> fitting = firms.stream()
                .filter(firm -> firm.id().equals(wanted) || firm.name().equals(wanted))
                .toList();
        if (fitting.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no firm of that name or code in " + list);
        }
        fitting.forEach(firm -> spec.commandLine().getOut().println(match.explain(firm)));
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Writes beside the target and moves it into place, so that a run that is broken off leaves no half a file. */
    private boolean decide(Match match, List<Policy> policies, List<Firm> firms, FirmSheet.Report report)
            throws IOException {
        Path target = Objects.requireNonNull(out).toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
        Summary sums;
        try {
            sums = target.toString().endsWith(".csv")
                    ? csv(match, firms, unfinished)
                    : book(match, policies, firms, report, unfinished);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        print(sums, report);
        return report.problems().isEmpty();
    }

    private Summary book(Match match, List<Policy> policies, List<Firm> firms, FirmSheet.Report report, Path file)
            throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                var book = new MatchBook(stream, policies, asOf)) {
            each(match, firms, answers -> book.add(answers.getFirst().firm(), answers));
            book.problems(report.problems());
            return book.sums();
        }
    }

    private Summary csv(Match match, List<Firm> firms, Path file) throws IOException {
        var sums = new Summary();
        try (Writer writer = Files.newBufferedWriter(file)) {
            var csv = new MatchCsv(writer);
            each(match, firms, answers -> {
                sums.add(answers);
                csv.add(answers);
            });
        }
        return sums;
    }

    private void each(Match match, List<Firm> firms, Use use) throws IOException {
        var progress = new Progress(spec.commandLine().getErr());
        for (int start = 0; start < firms.size(); start += BATCH) {
            List<Firm> batch = firms.subList(start, Math.min(firms.size(), start + BATCH));
            for (List<Answer> answers : batch.parallelStream().map(match::of).toList()) {
                use.accept(answers);
            }
            progress.show("比对 deciding", start + batch.size(), firms.size());
        }
    }

    private void print(Summary sums, FirmSheet.Report report) {
        PrintWriter text = spec.commandLine().getOut();
        text.printf("%d 家企业，基准日 %s%n", sums.firms(), asOf);
        sums.lines()
                .forEach((policy, line) -> text.printf(
                        "  %s（%s）：符合 %d，不符合 %d，缺少数据 %d，需人工确认 %d，差一步 %d%n",
                        policy.title(),
                        policy.version(),
                        line.count(Finding.Kind.MET),
                        line.count(Finding.Kind.NOT_MET),
                        line.count(Finding.Kind.UNKNOWN),
                        line.count(Finding.Kind.MANUAL),
                        line.oneStepAway()));
        PrintWriter err = spec.commandLine().getErr();
        report.problems().stream()
                .limit(SHOWN_PROBLEMS)
                .forEach(problem -> err.printf(
                        "%s:%s %s: %s “%s”；%s%n",
                        list.getFileName(),
                        problem.cell(),
                        problem.code(),
                        problem.header(),
                        problem.value(),
                        problem.advice()));
        if (report.problems().size() > SHOWN_PROBLEMS) {
            err.printf("还有 %d 个问题，见结果中的“单元格问题”。%n", report.problems().size() - SHOWN_PROBLEMS);
        }
        text.printf("答案在 %s%n", out);
        text.flush();
    }

    private interface Use {
        void accept(List<Answer> answers) throws IOException;
    }
}
