package org.lingqu.registry;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.sheet.SheetCell;

/** Turns what stands in a cell into a value of a fact, or says why it cannot. */
final class Cells {

    /** What became of a cell. */
    sealed interface Taken {
        /** Nothing stands there: the fact stays missing, and that is no problem. */
        record Nothing() implements Taken {}

        record Value(FactValue value) implements Taken {}

        record Refused(String code, Advice advice) implements Taken {
            Refused(String code, String chinese, String english) {
                this(code, new Advice(chinese, english));
            }
        }
    }

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3}){1,9}(\\.\\d{1,30})?");
    private static final Pattern PERCENT = Pattern.compile("([+-]?\\d{1,9}(?:\\.\\d{1,12})?)%");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:年|[./-])(\\d{1,2})(?:(?:月|[./-])(?:(\\d{1,2})日?)?)?");
    private static final Pattern MONTH = Pattern.compile("(?:19|20)\\d{2}\\.\\d{1,2}");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Set<String> YES = Set.of("是", "有", "√", "✓", "yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("否", "无", "没有", "×", "✗", "no", "n", "false", "0");
    /** What people write into a cell that they cannot fill. */
    private static final Set<String> BLANK =
            Set.of("-", "--", "—", "——", "/", "\\", "n/a", "na", "null", "暂无", "不详", "未知", "未填", "空");

    private Cells() {}

    static Taken take(SheetCell cell, Fact fact, BigDecimal factor) {
        if (cell.isEmpty() || (cell instanceof SheetCell.Words words && BLANK.contains(fold(words.text())))) {
            return new Taken.Nothing();
        }
        if (cell instanceof SheetCell.Broken) {
            return new Taken.Refused(
                    "BROKEN_FORMULA",
                    "公式出错或没有算过；请在 Excel 中改正、重算后保存，或直接填数值",
                    "The formula failed or was never computed; correct it, or write the value");
        }
        return switch (fact.type()) {
            case MONEY, COUNT, RATIO -> number(cell, fact, factor);
            case DATE -> day(cell);
            case YES_NO -> yesNo(cell);
            case CODE -> code(cell, fact);
            case LIST -> new Taken.Value(new FactValue.Codes(list(cell.shown())));
            case TEXT -> new Taken.Value(new FactValue.Words(cell.shown()));
            case TITLE -> new Taken.Refused("TITLE_AS_FACT", "称号另有专门的列", "Titles have columns of their own");
        };
    }

    /** One width, lower case, no white space: how words are compared. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Taken number(SheetCell cell, Fact fact, BigDecimal factor) {
        BigDecimal number;
        switch (cell) {
            case SheetCell.Figure figure
            when figure.digitsLost() -> {
                return new Taken.Refused(
                        "DIGITS_LOST",
                        "Excel 只保留15位数字，后面的已丢失；请把单元格设为文本后重新填写",
                        "Excel keeps 15 digits only; type the figure again as text");
            }
            case SheetCell.Figure figure
            when figure.percent() && fact.type() != FactType.RATIO -> {
                return new Taken.Refused(
                        "PERCENT_FOR_NUMBER",
                        "单元格是百分比格式，这里应是数值",
                        "The cell is formatted as a percentage where a figure is asked");
            }
            // 12% is 0.12 whatever the header says: that is what Excel shows and keeps
            case SheetCell.Figure figure ->
                number = figure.percent() ? figure.value() : figure.value().multiply(factor);
            case SheetCell.Day ignored -> {
                return new Taken.Refused(
                        "DATE_FOR_NUMBER",
                        "单元格被设成了日期格式，请改为数值格式并核对",
                        "The cell is formatted as a date; format it as a number and look at the value");
            }
            case SheetCell.Words words -> {
                String text = fold(words.text());
                Matcher percent = PERCENT.matcher(text);
                if (fact.type() == FactType.RATIO && percent.matches()) {
                    number = new BigDecimal(percent.group(1)).movePointLeft(2);
                } else if (PLAIN.matcher(text).matches()) {
                    number = new BigDecimal(text).multiply(factor);
                } else if (GROUPED.matcher(text).matches()) {
                    number = new BigDecimal(text.replace(",", "")).multiply(factor);
                } else if (text.endsWith("元")) {
                    return new Taken.Refused(
                            "UNIT_IN_CELL",
                            "只写数字，单位写在表头里，如（万元）",
                            "Write the bare figure; the unit belongs into the header");
                } else {
                    return new Taken.Refused(
                            "NOT_A_NUMBER",
                            "只写一个数字，不带文字；不确定就留空",
                            "Write one bare figure without words, or leave it empty");
                }
            }
            default -> {
                return new Taken.Refused("NOT_A_NUMBER", "这里应是一个数字", "Write one bare figure");
            }
        }
        boolean unitless = fact.type() == FactType.RATIO && factor.compareTo(BigDecimal.ONE) == 0;
        if (unitless
                && number.compareTo(BigDecimal.ONE) > 0
                && !fold(cell.shown()).endsWith("%")) {
            return new Taken.Refused(
                    "PERCENT_UNCLEAR",
                    "比例大于1：若是百分数，请写成12%，或在表头注明（%）",
                    "A share above 1: write 12%, or put (%) into the header");
        }
        return inRange(number, fact);
    }

    private static Taken inRange(BigDecimal number, Fact fact) {
        if (fact.least().isPresent() && number.compareTo(fact.least().get()) < 0) {
            return new Taken.Refused(
                    "TOO_SMALL",
                    fact.name() + "不应小于" + fact.least().get().toPlainString() + "，请核对正负号",
                    fact.name() + " is at least " + fact.least().get().toPlainString() + "; look at the sign");
        }
        if (fact.type() == FactType.COUNT && number.stripTrailingZeros().scale() > 0) {
            return new Taken.Refused(
                    "NOT_WHOLE",
                    fact.name() + "应是整数" + (fact.unit().isEmpty() ? "" : "（" + fact.unit() + "）"),
                    fact.name() + " counts whole " + (fact.unit().isEmpty() ? "things" : fact.unit()));
        }
        return new Taken.Value(new FactValue.Amount(number));
    }

    /** Serials that Excel formats as dates, {@code 2026年3月1日}, {@code 2026-03-01}, {@code 2026.3}, {@code 20260301}. */
    static Taken day(SheetCell cell) {
        if (cell instanceof SheetCell.Day day) {
            return new Taken.Value(new FactValue.Day(day.day()));
        }
        String text = fold(cell.shown());
        Matcher compact = COMPACT.matcher(text);
        Matcher written = DATE.matcher(text);
        try {
            if (compact.matches()) {
                return value(compact.group(1), compact.group(2), compact.group(3));
            }
            // 2026.1 kept as a number may have been 2026.10: Excel drops the zero, so only words tell.
            if (written.matches() && !(cell instanceof SheetCell.Figure)) {
                return value(written.group(1), written.group(2), written.group(3) == null ? "1" : written.group(3));
            }
        } catch (DateTimeException e) {
            return new Taken.Refused("NO_SUCH_DAY", "日历上没有这一天", "There is no such day in the calendar");
        }
        if (cell instanceof SheetCell.Figure && MONTH.matcher(text).matches()) {
            return new Taken.Refused(
                    "MONTH_AS_NUMBER",
                    "这是数字，Excel 会把2026.10存成2026.1；请写成2026-03-01或2026年3月",
                    "Excel keeps 2026.10 as 2026.1; write 2026-03-01 or 2026年3月");
        }
        if (cell instanceof SheetCell.Figure) {
            return new Taken.Refused(
                    "NOT_A_DATE",
                    "这是数字；若是Excel日期，请把单元格设为日期格式并核对",
                    "This is a number; if it is one of Excel's days, format the cell as a date and look at it");
        }
        return new Taken.Refused("NOT_A_DATE", "日期请写成2026-03-01或2026年3月1日", "Write a day as 2026-03-01 or 2026年3月1日");
    }

    private static Taken value(String year, String month, String day) {
        return new Taken.Value(new FactValue.Day(
                LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))));
    }

    static Taken yesNo(SheetCell cell) {
        if (cell instanceof SheetCell.Truth truth) {
            return new Taken.Value(new FactValue.YesNo(truth.value()));
        }
        String text = fold(cell.shown());
        if (YES.contains(text)) {
            return new Taken.Value(new FactValue.YesNo(true));
        }
        return NO.contains(text)
                ? new Taken.Value(new FactValue.YesNo(false))
                : new Taken.Refused("NOT_YES_NO", "请写是或否", "Write 是 or 否");
    }

    private static Taken code(SheetCell cell, Fact fact) {
        String text = Normalizer.normalize(cell.shown(), Normalizer.Form.NFKC).strip();
        if (fact.accepts(text)) {
            return new Taken.Value(new FactValue.Code(text));
        }
        return new Taken.Refused(
                "UNKNOWN_CODE",
                fact.codes().isEmpty()
                        ? "代码格式应为 " + fact.pattern() + "：" + fact.meaning()
                        : "只能是：" + String.join("、", fact.codes()),
                fact.codes().isEmpty() ? "A code like " + fact.pattern() : "One of " + String.join(", ", fact.codes()));
    }

    private static Set<String> list(String text) {
        return Arrays.stream(text.split("[、,，;；\\s]+"))
                .filter(each -> !each.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
