package org.lingqu.match;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.registry.CellProblem;
import org.lingqu.sheet.SafeCells;

/**
 * The answers as a workbook: a summary, firms by policies, who is one step away, one sheet for each policy, and the cells
 * that could not be read. Words that a spreadsheet could take for a formula are made harmless.
 */
public final class MatchBook implements AutoCloseable {

    private static final int SHEET_NAME_LENGTH = 31;
    private static final Rational TEN_THOUSAND = Rational.of(10_000);
    private static final int WIDE = 46;

    private final Workbook book;
    private final LocalDate asOf;
    private final List<Policy> policies;
    private final Map<Policy, Page> pages = new LinkedHashMap<>();
    private final Page summary;
    private final Page grid;
    private final Page steps;
    private final Summary sums = new Summary();

    /** A sheet that is filled row by row. */
    private static final class Page {
        private final Worksheet sheet;
        private int next;

        Page(Worksheet sheet, List<String> headers, int... widths) {
            this.sheet = sheet;
            for (int column = 0; column < headers.size(); column++) {
                sheet.value(0, column, headers.get(column));
                sheet.width(column, column < widths.length ? widths[column] : 14);
            }
            sheet.range(0, 0, 0, headers.size() - 1)
                    .style()
                    .bold()
                    .fillColor("E4ECF4")
                    .wrapText(true)
                    .set();
            sheet.freezePane(0, 1);
            next = 1;
        }

        void row(@Nullable Object... values) {
            for (int column = 0; column < values.length; column++) {
                Object value = values[column];
                switch (value) {
                    case null -> {}
                    case Number number -> sheet.value(next, column, number);
                    case Object text when text.toString().isEmpty() -> {}
                    case Object text -> sheet.value(next, column, SafeCells.harmless(text.toString()));
                }
            }
            next++;
        }
    }

    public MatchBook(OutputStream out, List<Policy> policies, LocalDate asOf) {
        this.book = new Workbook(out, "Lingqu", "1.0");
        this.policies = List.copyOf(policies);
        this.asOf = asOf;
        summary = new Page(
                book.newWorksheet("汇总"),
                List.of("政策", "文号", "版本", "符合", "不符合", "缺少数据", "需人工确认", "不适用", "差一步", "确定可得金额合计（万元）"),
                34,
                28,
                12);
        grid = new Page(book.newWorksheet("企业一览"), gridHeaders(), 24, 32);
        steps = new Page(
                book.newWorksheet("差一步"), List.of("企业", "代码", "政策", "差在哪一条", "怎样可以达到"), 32, 24, 30, WIDE, WIDE + 20);
        Set<String> taken = new HashSet<>(Set.of("汇总", "企业一览", "差一步", "单元格问题"));
        for (Policy policy : this.policies) {
            pages.put(
                    policy,
                    new Page(
                            book.newWorksheet(sheetName(policy, taken)),
                            List.of(
                                    "企业",
                                    "代码",
                                    "结论",
                                    "不符合的条件",
                                    "缺什么或待确认什么",
                                    "得分",
                                    "确定可得（万元）",
                                    "最多可得（万元）",
                                    "差一步：怎样可以达到"),
                            32,
                            24,
                            12,
                            WIDE,
                            WIDE,
                            10,
                            14,
                            14,
                            WIDE));
        }
    }

    private List<String> gridHeaders() {
        var headers = new ArrayList<>(List.of("代码", "企业", "符合的政策数"));
        policies.forEach(policy -> headers.add(policy.title()));
        return headers;
    }

    /** Adds what all policies say of one firm. */
    public void add(Firm firm, List<Answer> answers) {
        sums.add(answers);
        var cells = new ArrayList<Object>(List.of(firm.id(), firm.name()));
        cells.add(answers.stream()
                .filter(answer -> answer.outcome() == Finding.Kind.MET)
                .count());
        for (Answer answer : answers) {
            cells.add(answer.outcome().chinese());
            if (answer.isOneStepAway()) {
                steps.row(
                        firm.name(),
                        firm.id(),
                        answer.policy().title(),
                        String.join("；", answer.failing()),
                        answer.step());
            }
            Page page = pages.get(answer.policy());
            if (page != null && answer.outcome() != Finding.Kind.NOT_APPLICABLE) {
                page.row(
                        firm.name(),
                        firm.id(),
                        answer.outcome().chinese(),
                        String.join("；", answer.failing()),
                        answer.missing(),
                        answer.score(),
                        money(answer.benefitLeast()),
                        answer.benefitMost() == null ? "不封顶" : money(answer.benefitMost()),
                        answer.step());
            }
        }
        grid.row(cells.toArray());
    }

    /** Adds the cells that could not be read. */
    public void problems(List<CellProblem> problems) {
        var page = new Page(
                book.newWorksheet("单元格问题"),
                List.of("单元格", "行", "列名", "代码", "看到的值", "怎么办"),
                10,
                8,
                28,
                20,
                30,
                WIDE + 20);
        problems.forEach(problem -> page.row(
                problem.cell(), problem.row(), problem.header(), problem.code(), problem.value(), problem.advice()));
    }

    private static @Nullable Object money(Rational yuan) {
        return yuan.signum() == 0 ? null : yuan.over(TEN_THOUSAND).rounded(4).stripTrailingZeros();
    }

    private String sheetName(Policy policy, Set<String> taken) {
        String plain = policy.title().replaceAll("[\\\\/?*\\[\\]:']", " ");
        for (int copy = 1; ; copy++) {
            String suffix = copy == 1 ? "" : " (" + copy + ")";
            String name = plain.substring(0, Math.min(plain.length(), SHEET_NAME_LENGTH - suffix.length())) + suffix;
            if (taken.add(name.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
    }

    /** Counts so far. */
    public Summary sums() {
        return sums;
    }

    /** Writes the summary and finishes the file. */
    @Override
    public void close() throws IOException {
        for (Policy policy : policies) {
            Summary.Line line = sums.of(policy);
            if (line != null) {
                summary.row(
                        policy.title(),
                        policy.document(),
                        policy.version(),
                        line.count(Finding.Kind.MET),
                        line.count(Finding.Kind.NOT_MET),
                        line.count(Finding.Kind.UNKNOWN),
                        line.count(Finding.Kind.MANUAL),
                        line.count(Finding.Kind.NOT_APPLICABLE),
                        line.oneStepAway(),
                        money(line.benefitLeast()));
            }
        }
        summary.row();
        summary.row("基准日", asOf.toString());
        summary.row("企业数", sums.firms());
        book.finish();
        book.close();
    }
}
