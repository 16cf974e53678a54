package org.lingqu.engine.text.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.article.Passage;
import org.lingqu.engine.text.statement.figure.Numeral;
import org.lingqu.engine.text.statement.figure.Numerals;
import org.lingqu.engine.text.statement.figure.Unit;
import org.lingqu.engine.text.statement.figure.Units;
import org.lingqu.engine.text.statement.period.Period;
import org.lingqu.engine.text.statement.period.PeriodLexer;

/** Reads the rows of a table: each figure with its label, the unit of its head, row or caption, and the time above it. */
final class TableReader {

    private final Table table;
    private final PageContext page;
    private final Quotes quotes;
    private final List<Statement> statements = new ArrayList<>();
    private final @Nullable Period period;
    private final @Nullable Measure captionUnit;
    private final @Nullable String captionMeasure;

    /** A unit with the multiplier before it: 万吨. */
    private record Measure(BigDecimal factor, @Nullable Unit unit) {}

    TableReader(Table table, PageContext page, Quotes quotes) {
        this.table = table;
        this.page = page;
        this.quotes = quotes;
        Period found = null;
        Measure unit = null;
        String measure = null;
        for (String caption : table.captions()) {
            Period said = period(caption);
            found = said == null ? found : said;
            Measure named = unitNamed(caption);
            unit = named == null ? unit : named;
            if (bare(caption).length() > 3 && !caption.strip().startsWith("单位")) {
                measure = TableWords.measure(bare(caption));
            }
        }
        this.period = found == null ? page.dates().fallback() : found;
        this.captionUnit = unit;
        this.captionMeasure = measure;
    }

    List<Statement> read() {
        String group = "";
        Measure above = null;
        for (Table.Row row : table.rows()) {
            if (row.isGroup()) {
                group = bare(row.label());
                above = inBrackets(row.label());
                continue;
            }
            Measure own = inBrackets(row.label());
            above = own == null ? above : own;
            read(row, group, own == null ? above : own);
        }
        return statements;
    }

    private void read(Table.Row row, String group, @Nullable Measure labelled) {
        String label = bare(row.label());
        if (label.isEmpty() || TableFinder.isNumber(label)) {
            return;
        }
        Measure rowUnit = labelled;
        Draft open = null;
        for (int i = 0; i < Math.min(row.cells().size(), table.heads().size()); i++) {
            String head = table.heads().get(i);
            String cell = row.cells().get(i);
            TableWords.Column column = TableWords.column(head);
            if (column == TableWords.Column.UNIT) {
                rowUnit = measure(cell);
                continue;
            }
            Numeral number = TableFinder.number(cell);
            if (number == null) {
                continue;
            }
            Draft draft = switch (column) {
                case GROWTH -> growth(open, number.value(), name(label, group, head));
                case SHARE -> share(open, number.value(), name(label, group, ""), head);
                case VALUE -> value(number.value(), cell, name(label, group, head), head, rowUnit, group);
                case UNIT -> null;
            };
            if (column == TableWords.Column.VALUE && open != null) {
                finish(open, row);
            }
            open = draft;
        }
        if (open != null) {
            finish(open, row);
        }
    }

    private Draft growth(@Nullable Draft open, BigDecimal value, String name) {
        Draft draft = open == null || open.growth != null ? begin(name) : open;
        draft.growth = value;
        draft.basis = "yoy";
        return draft;
    }

    private Draft share(@Nullable Draft open, BigDecimal value, String name, String head) {
        Draft draft = open == null || open.share != null ? begin(name) : open;
        draft.share = value;
        int of = head.indexOf('占');
        int end = Math.max(head.indexOf("比重"), head.indexOf('的'));
        draft.shareOf = of >= 0 && end > of + 1 ? head.substring(of + 1, end) : null;
        return draft;
    }

    private Draft value(
            BigDecimal number, String cell, String name, String head, @Nullable Measure rowUnit, String group) {
        Measure unit = inBrackets(head);
        unit = unit == null ? rowUnit : unit;
        unit = unit == null ? captionUnit : unit;
        Draft draft = begin(name);
        draft.value = unit == null ? number : number.multiply(unit.factor());
        draft.unit = cell.endsWith("%") ? Units.PERCENT : unit == null ? null : unit.unit();
        Period said = period(head);
        Period base = said == null ? period : said;
        boolean flow = Drafts.flows(name);
        boolean atEnd =
                !flow && (group.startsWith("期末") || group.startsWith("年末") || head.contains("年末")) && base != null;
        draft.period = atEnd && base != null && base.isYear() ? Period.month(base.endYear(), 12) : base;
        return draft;
    }

    private Draft begin(String name) {
        Draft draft = new Draft(name, 0, 0);
        draft.region = page.region();
        draft.regionFrom = page.regionFrom();
        draft.period = period;
        return draft;
    }

    private void finish(Draft draft, Table.Row row) {
        Span span = null;
        for (Passage passage : row.passages()) {
            Span here = passage.text().span();
            span = span == null ? here : span.union(here);
        }
        if (span != null && draft.says()) {
            statements.add(draft.finish(span, quotes.of(span)));
        }
    }

    /** The label with what is measured, taken from the group, the head or the caption, when it does not say so itself. */
    private String name(String label, String group, String head) {
        if (Vocabulary.measureOf(label) != null) {
            return label;
        }
        String inGroup = Vocabulary.measureOf(group);
        String bareHead = bare(head);
        String inHead = TableWords.column(head) == TableWords.Column.VALUE ? Vocabulary.measureOf(bareHead) : null;
        String inCaption = captionMeasure != null && captionMeasure.length() > 1 ? captionMeasure : null;
        String measure = inGroup != null && inGroup.length() > 1 ? inGroup : inHead;
        measure = measure != null && measure.length() > 1 ? measure : inCaption;
        return measure == null ? label : label + measure;
    }

    /** Without spaces, marks of sub-items and what stands in brackets at the end. */
    private static String bare(String text) {
        var bare = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != '\u3000' && c != '\u00a0' && c != '#' && c != '*') {
                bare.append(c);
            }
        }
        String name = bare.toString();
        for (String lead : new String[] {"其中：", "其中:", "其中", "单位："}) {
            name = name.startsWith(lead) ? name.substring(lead.length()) : name;
        }
        int bracket = Math.max(name.lastIndexOf('（'), name.lastIndexOf('('));
        return bracket > 0 && (name.endsWith("）") || name.endsWith(")")) ? name.substring(0, bracket) : name;
    }

    private static @Nullable Measure inBrackets(String text) {
        int open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
        int close = Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'));
        return open < 0 || close < open ? null : measure(text.substring(open + 1, close));
    }

    /** 单位：亿元 in a caption. */
    private static @Nullable Measure unitNamed(String caption) {
        int at = caption.indexOf("单位");
        if (at < 0) {
            return inBrackets(caption);
        }
        int from = at + 2;
        while (from < caption.length() && "：: 　".indexOf(caption.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < caption.length() && "）)、，, 　;；".indexOf(caption.charAt(to)) < 0) {
            to++;
        }
        return measure(caption.substring(from, to));
    }

    private static @Nullable Measure measure(String text) {
        String words = text.strip();
        BigDecimal factor = BigDecimal.ONE;
        int at = 0;
        while (at < words.length()) {
            Unit unit = Units.named(words.substring(at));
            if (unit != null) {
                return new Measure(factor, unit);
            }
            Numeral multiplier = Numerals.at(words.substring(at, at + 1), 0);
            if (multiplier == null || !multiplier.bare()) {
                return null;
            }
            factor = factor.multiply(multiplier.value());
            at++;
        }
        return null;
    }

    private @Nullable Period period(String text) {
        for (int i = 0; i < text.length(); i++) {
            PeriodLexer.Found found = PeriodLexer.at(text, i, page.dates(), page.toldYear());
            if (found != null && found.period() != null) {
                return found.period();
            }
        }
        return null;
    }
}
