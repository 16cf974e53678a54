package org.lingqu.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.column.PolicyPlan.CriterionTests;
import org.lingqu.engine.policy.column.PolicyPlan.PolicyTests;
import org.lingqu.sheet.BookPage;
import org.lingqu.sheet.BookPage.Heading;
import org.lingqu.sheet.BookPage.Kind;
import org.lingqu.sheet.CsvLines;

/** What was decided, as a workbook or a CSV file; {@link RegionRun} writes Parquet. */
final class MatchResult {

    /** Excel ends here; what does not fit is in CSV or Parquet. */
    private static final int EXCEL_ROWS = 1_048_576;

    private final PolicyPlan plan;
    private final Findings findings;
    private final MatchFirms firms;
    private final LocalDate asOf;

    MatchResult(PolicyPlan plan, Findings findings, MatchFirms firms, LocalDate asOf) {
        this.plan = plan;
        this.findings = findings;
        this.firms = firms;
        this.asOf = asOf;
    }

    /** @param name tells the format by its ending */
    void write(Path file, String name) throws IOException {
        if (name.endsWith(".xlsx")) {
            workbook(file);
        } else {
            csv(file);
        }
    }

    private void csv(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            var csv = new CsvLines(out);
            var head = new ArrayList<>(List.of("统一社会信用代码", "企业名称"));
            plan.policies()
                    .forEach(policy -> head.add(
                            policy.policy().fullName() + " " + policy.policy().title()));
            csv.line(head.toArray(String[]::new));
            for (int firm = 0; firm < findings.count(); firm++) {
                csv.line(words(firm).toArray(String[]::new));
            }
        }
    }

    private List<String> words(int firm) {
        var words = new ArrayList<>(List.of(firms.ids().get(firm), firms.names().get(firm)));
        plan.policies().forEach(policy -> words.add(word(PolicyPlan.outcome(policy, findings, firm))));
        return words;
    }

    private void workbook(Path file) throws IOException {
        if (findings.count() >= EXCEL_ROWS) {
            throw new IOException("一个工作表只能放 " + (EXCEL_ROWS - 1) + " 家企业，请输出 .csv 或 .parquet  write .csv or .parquet");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                var workbook = new Workbook(out, "Lingqu", "1.0")) {
            policies(workbook);
            firms(workbook);
            oneStepAway(workbook);
        }
    }

    private void policies(Workbook workbook) {
        var page = new BookPage(
                workbook,
                "按政策",
                List.of(
                        new Heading("政策", 40, Kind.TEXT),
                        new Heading("版本", 36, Kind.WORDS),
                        new Heading("符合（家）", 12, Kind.COUNT),
                        new Heading("不符合（家）", 12, Kind.COUNT),
                        new Heading("待补数据或确认（家）", 12, Kind.COUNT),
                        new Heading("不适用（家）", 12, Kind.COUNT),
                        new Heading("基准日", 12, Kind.WORDS)));
        for (PolicyTests policy : plan.policies()) {
            long[] counts = new long[4];
            for (int firm = 0; firm < findings.count(); firm++) {
                counts[column(PolicyPlan.outcome(policy, findings, firm))]++;
            }
            page.row(
                    policy.policy().title(),
                    policy.policy().fullName(),
                    counts[0],
                    counts[1],
                    counts[2],
                    counts[3],
                    asOf.toString());
        }
        page.finish();
    }

    private void firms(Workbook workbook) {
        var head =
                new ArrayList<>(List.of(new Heading("统一社会信用代码", 23, Kind.WORDS), new Heading("企业名称", 32, Kind.WORDS)));
        plan.policies().forEach(policy -> head.add(new Heading(policy.policy().title(), 14, Kind.WORDS)));
        var page = new BookPage(workbook, "按企业", head);
        for (int firm = 0; firm < findings.count(); firm++) {
            page.row(words(firm).toArray());
        }
        page.finish();
    }

    private void oneStepAway(Workbook workbook) {
        var page = new BookPage(
                workbook,
                "差一步",
                List.of(
                        new Heading("统一社会信用代码", 23, Kind.WORDS),
                        new Heading("企业名称", 32, Kind.WORDS),
                        new Heading("政策", 28, Kind.TEXT),
                        new Heading("依据", 20, Kind.TEXT),
                        new Heading("只差这一条", 50, Kind.TEXT)));
        for (PolicyTests policy : plan.policies()) {
            for (int firm = 0; firm < findings.count(); firm++) {
                Optional<CriterionTests> missed = PolicyPlan.oneStepAway(policy, findings, firm);
                if (missed.isPresent()) {
                    var criterion = missed.get().criterion();
                    page.row(
                            firms.ids().get(firm),
                            firms.names().get(firm),
                            policy.policy().title(),
                            criterion.clause().article(),
                            criterion.clause().says().isEmpty()
                                    ? criterion.id()
                                    : criterion.clause().says());
                }
            }
        }
        page.finish();
    }

    private static int column(PolicyPlan.Outcome outcome) {
        return switch (outcome) {
            case MET -> 0;
            case NOT_MET -> 1;
            case OPEN -> 2;
            case NOT_APPLICABLE -> 3;
        };
    }

    private static String word(PolicyPlan.Outcome outcome) {
        return switch (outcome) {
            case MET -> "符合";
            case NOT_MET -> "不符合";
            case OPEN -> "待补数据或确认";
            case NOT_APPLICABLE -> "不适用";
        };
    }
}
