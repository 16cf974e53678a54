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
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.explain.AmountWords;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.registry.CellProblem;
import org.lingqu.sheet.BookPage;
import org.lingqu.sheet.BookPage.Heading;
import org.lingqu.sheet.BookPage.Kind;

/**
 * The answers as a workbook: a summary, firms by policies, who is one step away, what was supplied and contradicts what
 * policies compute, one sheet for each policy, and the cells that could not be read. Words that a spreadsheet could take for a formula are made harmless.
 */
public final class MatchBook implements AutoCloseable {

    private static final int SHEET_NAME_LENGTH = 31;
    private static final Rational TEN_THOUSAND = Rational.of(10_000);
    private static final int WIDE = 46;

    private static final Heading FIRM = new Heading("企业", 32, Kind.WORDS);
    private static final Heading CODE = new Heading("统一社会信用代码", 23, Kind.WORDS);

    private final Workbook book;
    private final LocalDate asOf;
    private final List<Policy> policies;
    private final Map<Policy, BookPage> pages = new LinkedHashMap<>();
    private final BookPage summary;
    private final BookPage grid;
    private final BookPage steps;
    private final BookPage conflicts;
    private final Summary sums;

    /** @param sums counts of what was added, which the caller keeps; read when the book is closed */
    public MatchBook(OutputStream out, List<Policy> policies, LocalDate asOf, Summary sums) {
        this.book = new Workbook(out, "Lingqu", "1.0");
        this.policies = List.copyOf(policies);
        this.asOf = asOf;
        this.sums = sums;
        summary = new BookPage(book, "汇总", summaryHeadings());
        grid = new BookPage(book, "企业一览", gridHeadings());
        steps = new BookPage(
                book,
                "差一步",
                List.of(
                        FIRM,
                        CODE,
                        new Heading("政策", 28, Kind.TEXT),
                        new Heading("差在哪一条", WIDE, Kind.TEXT),
                        new Heading("怎样可以达到", WIDE, Kind.TEXT)));
        conflicts = new BookPage(book, "填报核对", List.of(FIRM, CODE, new Heading("填报的与算出的不一致", 2 * WIDE, Kind.TEXT)));
        Set<String> taken = new HashSet<>(Set.of("汇总", "企业一览", "差一步", "填报核对", "单元格问题"));
        for (Policy policy : this.policies) {
            pages.put(policy, new BookPage(book, sheetName(policy, taken), policyHeadings()));
        }
    }

    private static List<Heading> summaryHeadings() {
        var headings = new ArrayList<>(List.of(
                new Heading("政策", 40, Kind.TEXT), new Heading("文号", 34, Kind.TEXT), new Heading("版本", 13, Kind.WORDS)));
        for (String count : List.of("符合", "不符合", "缺少数据", "需人工确认", "不适用", "差一步")) {
            headings.add(new Heading(count + "（家）", 10, Kind.COUNT));
        }
        headings.add(new Heading("确定可得合计（万元）", 16, Kind.MONEY));
        headings.add(new Heading("基准日", 12, Kind.WORDS));
        headings.add(new Heading("企业数", 9, Kind.COUNT));
        return headings;
    }

    private List<Heading> gridHeadings() {
        var headings = new ArrayList<>(List.of(CODE, FIRM, new Heading("符合的政策数", 9, Kind.COUNT)));
        policies.forEach(policy -> headings.add(new Heading(policy.title(), 13, Kind.WORDS)));
        return headings;
    }

    private static List<Heading> policyHeadings() {
        return List.of(
                FIRM,
                CODE,
                new Heading("结论", 12, Kind.WORDS),
                new Heading("不符合的条件", WIDE, Kind.TEXT),
                new Heading("缺什么或待确认什么", WIDE, Kind.TEXT),
                new Heading("得分", 9, Kind.WORDS),
                new Heading("确定可得（万元）", 13, Kind.MONEY),
                new Heading("最多可得（万元）", 13, Kind.MONEY),
                new Heading("差一步：怎样可以达到", WIDE, Kind.TEXT));
    }

    /** Adds what all policies say of one firm. */
    public void add(Firm firm, List<Answer> answers) {
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
                        answer.step().words());
            }
            BookPage page = pages.get(answer.policy());
            if (page != null && answer.outcome() != Finding.Kind.NOT_APPLICABLE) {
                page.row(
                        firm.name(),
                        firm.id(),
                        answer.outcome().chinese(),
                        String.join("；", answer.failing()),
                        answer.missing(),
                        answer.score(),
                        money(answer.benefitLeast()),
                        answer.benefitMost() == null ? AmountWords.UNKNOWN : money(answer.benefitMost()),
                        answer.isOneStepAway() ? answer.step().words() : "");
            }
        }
        grid.row(cells.toArray());
        answers.stream()
                .flatMap(answer -> answer.conflicts().stream())
                .distinct()
                .forEach(conflict -> conflicts.row(firm.name(), firm.id(), conflict));
    }

    /** Adds the cells that could not be read. */
    public void problems(List<CellProblem> problems) {
        var page = new BookPage(
                book,
                "单元格问题",
                List.of(
                        new Heading("单元格", 9, Kind.WORDS),
                        new Heading("行", 8, Kind.NUMBER),
                        new Heading("列名", 30, Kind.TEXT),
                        new Heading("代码", 20, Kind.WORDS),
                        new Heading("看到的值", 26, Kind.TEXT),
                        new Heading("怎么办", WIDE, Kind.TEXT),
                        new Heading("What to do", WIDE, Kind.TEXT)));
        problems.forEach(problem -> page.row(
                problem.cell(),
                problem.row(),
                problem.header(),
                problem.code(),
                problem.value(),
                problem.advice().chinese(),
                problem.advice().english()));
        page.finish();
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
                        money(line.benefitLeast()),
                        asOf.toString(),
                        sums.firms());
            }
        }
        List.of(summary, grid, steps, conflicts).forEach(BookPage::finish);
        pages.values().forEach(BookPage::finish);
        book.finish();
        book.close();
    }
}
