package org.lingqu.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.lingqu.engine.text.Check;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.Reading;
import org.lingqu.engine.text.Repair;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.trace.TracedText;

/**
 * All that a person wants to see of many readings: what to be careful with, every figure with its source, every page
 * with its marks.
 */
public final class Report {

    /**
     * @param number from 1, in the order of reading
     * @param paragraphs the clean text, cut at its marks: numbers of statements from 1, and {@link #DOUBTFUL}
     */
    public record Page(int number, PageRead read, List<List<MarkedText.Piece<Integer>>> paragraphs) {

        /** What the page is called: its title, or the file when it has none. */
        public String name() {
            String title = read.article().title();
            return title == null ? read.file() : title;
        }
    }

    /** A statement and where it stands: page and number on the page, both from 1. */
    public record Row(Page page, int number, Statement statement) {}

    /** Marks what a repair that may be wrong has put there. */
    public static final int DOUBTFUL = 0;

    private final List<Page> pages = new ArrayList<>();
    private final List<PageRefused> refused = new ArrayList<>();

    /** Adds the next reading. */
    public void add(Reading reading) {
        switch (reading) {
            case PageRead read -> pages.add(new Page(pages.size() + 1, read, marked(read)));
            case PageRefused refusal -> refused.add(refusal);
        }
    }

    /** The clean text with its marks, a list of pieces a paragraph. */
    static List<List<MarkedText.Piece<Integer>>> marked(PageRead page) {
        TracedText text = page.article().text();
        var marks = new ArrayList<MarkedText.Mark<Integer>>();
        for (int i = 0; i < page.statements().size(); i++) {
            mark(text, page.statements().get(i).span(), i + 1, marks);
        }
        for (Repair repair : page.repairs()) {
            if (!repair.certain()) {
                mark(text, repair.span(), DOUBTFUL, marks);
            }
        }
        return MarkedText.cut(text.toString(), marks);
    }

    private static void mark(TracedText text, Span place, int what, List<MarkedText.Mark<Integer>> marks) {
        TracedText.Part part = text.part(place);
        if (part != null) {
            marks.add(new MarkedText.Mark<>(part.start(), part.end(), what));
        }
    }

    /** Pages in the order of reading. */
    public List<Page> pages() {
        return pages;
    }

    /** What could not be read. */
    public List<PageRefused> refused() {
        return refused;
    }

    /** Every statement, those about the same thing together. */
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (Page page : pages) {
            List<Statement> statements = page.read.statements();
            for (int i = 0; i < statements.size(); i++) {
                rows.add(new Row(page, i + 1, statements.get(i)));
            }
        }
        rows.sort(Comparator.comparing((Row row) -> row.statement.indicator())
                .thenComparing(row -> row.statement.region() == null ? "" : row.statement.region())
                .thenComparing(row -> row.statement.period() == null ? "" : row.statement.period()));
        return rows;
    }

    /** How many statements arithmetic contradicts. */
    public long contradictions() {
        return rows().stream().filter(row -> contradicted(row.statement)).count();
    }

    /** Whether arithmetic contradicts a statement. */
    public static boolean contradicted(Statement statement) {
        return statement.checks().stream().anyMatch(check -> check.verdict() == Check.Verdict.CONTRADICTS);
    }

    /** How many warnings there are on all pages. */
    public long warnings() {
        return pages.stream().mapToLong(page -> page.read.warnings().size()).sum();
    }

    /** Writes one self-contained HTML file. */
    public void write(Writer to) throws IOException {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, Report.class.getClassLoader());
        engine.render("report.jte", this, new WriterOutput(to));
        to.flush();
    }

    /** What of one kind is said about a page, once, with how often it is said. */
    public record Grouped(Warning warning, int count) {}

    /** The warnings of a page, those that say the same put together. */
    public static List<Grouped> grouped(PageRead page) {
        var counts = new LinkedHashMap<String, Grouped>();
        for (Warning warning : page.warnings()) {
            counts.merge(
                    warning.code() + warning.says(),
                    new Grouped(warning, 1),
                    (first, more) -> new Grouped(first.warning(), first.count() + 1));
        }
        return List.copyOf(counts.values());
    }

    /** The quoted words without the markup that stands between them in an HTML file. */
    public static String words(Statement statement) {
        return statement.quote().indexOf('<') < 0
                ? statement.quote()
                : org.jsoup.Jsoup.parse(statement.quote().replace("><", "> <")).text();
    }

    /** A warning in the reader's words, heading only. */
    public static String heading(Warning warning) {
        return switch (warning.code()) {
            case HIJACKED -> "疑被篡改";
            case GARBLED -> "文字损坏";
            case FOREIGN_TAIL -> "夹带他文";
            case NAVIGATION -> "网页栏目";
            case PERSONAL_DATA -> "个人信息";
            case REPRINT_DISCLAIMER -> "转载声明";
            case DATE_MISSING -> "缺少日期";
            case SAME_AS -> "内容雷同";
        };
    }

    /** Whether an officer should look before she relies on the page; the rest is for the record. */
    public static boolean serious(Warning warning) {
        return switch (warning.code()) {
            case HIJACKED, GARBLED, SAME_AS -> true;
            case FOREIGN_TAIL, NAVIGATION, PERSONAL_DATA, REPRINT_DISCLAIMER, DATE_MISSING -> false;
        };
    }

    /** A verdict in the reader's words. */
    public static String verdict(Check check) {
        String word = switch (check.verdict()) {
            case AGREES -> "相符";
            case ROUNDED -> "四舍五入相符";
            case TRUNCATED -> "截尾相符";
            case CONTRADICTS -> "不符";
        };
        String rule = switch (check.rule()) {
            case "part/whole" -> "占比";
            case "sum" -> "合计";
            case "enumeration" -> "列举";
            case "growth" -> "增幅";
            default -> check.rule();
        };
        return rule + word + "：算得 " + check.computed().toPlainString() + "，文中 "
                + check.stated().toPlainString();
    }

    /** A status in the reader's words, empty for what came about. */
    public static String status(Statement statement) {
        return switch (statement.status()) {
            case ACTUAL -> "";
            case PLAN -> "计划";
            case TARGET -> "目标";
            case FORECAST -> "预测";
        };
    }

    /** The kind of a page in the reader's words. */
    public static String kind(PageRead page) {
        return switch (page.article().kind()) {
            case PROPOSAL_REPLY -> "提案答复";
            case NEWS -> "新闻";
            case NOTICE -> "通知公告";
            case PLAN -> "规划方案";
            case LAW -> "法规";
            case STATISTICS -> "统计公报";
            case SPEECH -> "讲话";
            case OTHER -> "其他";
        };
    }

    /** A kind of repair in the reader's words. */
    public static String repair(Repair repair) {
        return switch (repair.kind()) {
            case PINYIN_GLOSS -> "夹注拼音";
            case TRADITIONAL -> "繁体转简体";
            case MOJIBAKE -> "乱码还原";
            case LOST_CHARACTER -> "补回缺字";
            case FULLWIDTH -> "全角转半角";
            case WHITESPACE -> "多余空格";
        };
    }
}
