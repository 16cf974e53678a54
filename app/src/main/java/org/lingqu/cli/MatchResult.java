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
import org.dhatim.fastexcel.Worksheet;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.column.PolicyPlan.CriterionTests;
import org.lingqu.engine.policy.column.PolicyPlan.PolicyTests;
import org.lingqu.engine.policy.store.ParquetColumn;
import org.lingqu.engine.policy.store.ParquetWriter;

/** What was decided, as a workbook, a CSV file or a Parquet file. */
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

    void write(Path file) throws IOException {
        String name = file.toString();
        if (name.endsWith(".parquet")) {
            parquet(file);
        } else if (name.endsWith(".xlsx")) {
            workbook(file);
        } else {
            csv(file);
        }
    }

    /** A yes/no/unknown column for each policy and criterion: {@code cn/high-tech@2016#rd-ratio}. */
    private void parquet(Path file) throws IOException {
        var columns = new ArrayList<ParquetColumn>();
        columns.add(new ParquetColumn.Words("id", firms.ids()));
        plan.named()
                .forEach((name, test) ->
                        columns.add(new ParquetColumn.Ternary(name, findings.met(test), findings.notMet(test))));
        ParquetWriter.write(file, findings.count(), columns);
    }

    private void csv(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write('\uFEFF'); // or Excel takes it for GBK
            out.write("统一社会信用代码,企业名称");
            for (PolicyTests policy : plan.policies()) {
                out.write(","
                        + quoted(policy.policy().fullName() + " "
                                + policy.policy().title()));
            }
            out.write("\r\n");
            for (int firm = 0; firm < findings.count(); firm++) {
                out.write(quoted(firms.ids().get(firm)) + ","
                        + quoted(firms.names().get(firm)));
                for (PolicyTests policy : plan.policies()) {
                    out.write("," + word(PolicyPlan.outcome(policy, findings, firm)));
                }
                out.write("\r\n");
            }
        }
    }

    /** Quoted, and harmless to a spreadsheet that takes a leading sign for a formula. */
    private static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private void workbook(Path file) throws IOException {
        if (findings.count() >= EXCEL_ROWS) {
            throw new IOException("a sheet holds " + (EXCEL_ROWS - 1) + " firms; write .csv or .parquet");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                var workbook = new Workbook(out, "Lingqu", "1.0")) {
            policies(workbook.newWorksheet("按政策"));
            firms(workbook.newWorksheet("按企业"));
            oneStepAway(workbook.newWorksheet("差一步"));
        }
    }

    private void policies(Worksheet sheet) {
        row(sheet, 0, List.of("政策", "版本", "符合", "不符合", "待补数据或确认", "不适用", "判定日期"));
        int row = 1;
        for (PolicyTests policy : plan.policies()) {
            long[] counts = new long[4];
            for (int firm = 0; firm < findings.count(); firm++) {
                counts[column(PolicyPlan.outcome(policy, findings, firm))]++;
            }
            sheet.value(row, 0, policy.policy().title());
            sheet.value(row, 1, policy.policy().fullName());
            for (int i = 0; i < counts.length; i++) {
                sheet.value(row, 2 + i, counts[i]);
            }
            sheet.value(row, 6, asOf.toString());
            row++;
        }
    }

    private void firms(Worksheet sheet) {
        var head = new ArrayList<>(List.of("统一社会信用代码", "企业名称"));
        plan.policies().forEach(policy -> head.add(policy.policy().title()));
        row(sheet, 0, head);
        for (int firm = 0; firm < findings.count(); firm++) {
            sheet.value(firm + 1, 0, firms.ids().get(firm));
            sheet.value(firm + 1, 1, firms.names().get(firm));
            int column = 2;
            for (PolicyTests policy : plan.policies()) {
                sheet.value(firm + 1, column++, word(PolicyPlan.outcome(policy, findings, firm)));
            }
        }
    }

    private void oneStepAway(Worksheet sheet) {
        row(sheet, 0, List.of("统一社会信用代码", "企业名称", "政策", "只差", "依据", "说明"));
        int row = 1;
        for (PolicyTests policy : plan.policies()) {
            for (int firm = 0; firm < findings.count() && row < EXCEL_ROWS; firm++) {
                Optional<CriterionTests> missed = PolicyPlan.oneStepAway(policy, findings, firm);
                if (missed.isPresent()) {
                    var criterion = missed.get().criterion();
                    row(
                            sheet,
                            row++,
                            List.of(
                                    firms.ids().get(firm),
                                    firms.names().get(firm),
                                    policy.policy().title(),
                                    criterion.id(),
                                    criterion.clause().article(),
                                    criterion.clause().says()));
                }
            }
        }
    }

    private static void row(Worksheet sheet, int row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            sheet.value(row, i, texts.get(i));
        }
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
