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
import org.jspecify.annotations.Nullable;
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

        /** Taken, and told how it was read. */
        record Understood(FactValue value, String code, Advice how) implements Taken {}

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

    /** A whole province earns no more 元 than have 13 digits. */
    private static final int MOST_MONEY = 13;

    private static final int MOST_COUNT = 10;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 10;
    private static final Set<String> YES_OR_NO = Set.of("是", "否");
    private static final int LONGEST_BLANK = 8;
    private static final Taken NOTHING = new Taken.Nothing();
    private static final Taken TRUE = new Taken.Value(new FactValue.YesNo(true));
    private static final Taken FALSE = new Taken.Value(new FactValue.YesNo(false));

    private Cells() {}

    static Taken take(SheetCell cell, Fact fact, BigDecimal factor, ValueRules rules) {
        if (cell.isEmpty() || (cell instanceof SheetCell.Words(String text) && isBlank(text))) {
            return NOTHING;
        }
        if (cell instanceof SheetCell.Broken) {
            return new Taken.Refused(
                    "BROKEN_FORMULA",
                    "公式出错或没有算过；请在 Excel 中改正、重算后保存，或直接填数值",
                    "The formula failed or was never computed; correct it, or write the value");
        }
        return switch (fact.type()) {
            case MONEY, COUNT, RATIO -> number(cell, fact, factor);
            case DATE -> {
                Taken taken = day(cell);
                yield taken instanceof Taken.Value(FactValue.Day(LocalDate day)) ? rules.day(fact, day, taken) : taken;
            }
            case YES_NO -> yesNo(cell);
            case CODE -> code(cell, fact, rules);
            case LIST -> new Taken.Value(new FactValue.Codes(list(cell.shown())));
            case TEXT -> new Taken.Value(new FactValue.Words(cell.shown()));
            case TITLE -> new Taken.Refused("TITLE_AS_FACT", "称号另有专门的列", "Titles have columns of their own");
        };
    }

    /** Points of an expert: a plain number. */
    static Taken points(SheetCell cell) {
        return switch (cell) {
            case SheetCell.Words(String text) when isBlank(text) -> NOTHING;
            case SheetCell.Words(String text)
            when PLAIN.matcher(fold(text)).matches() ->
                new Taken.Value(new FactValue.Amount(new BigDecimal(fold(text))));
            case SheetCell.Figure figure
            when !figure.digitsLost() && !figure.percent() -> new Taken.Value(new FactValue.Amount(figure.value()));
            default -> new Taken.Refused("NOT_A_NUMBER", "这里应是一个数字", "Write one bare figure");
        };
    }

    private static boolean isBlank(String text) {
        return text.length() <= LONGEST_BLANK
                && !isDigit(text.charAt(text.length() - 1))
                && !(text.length() == 1 && YES_OR_NO.contains(text))
                && BLANK.contains(fold(text));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** One width, lower case, no white space: how words are compared. */
    static String fold(String text) {
        if (isFolded(text)) {
            return text;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Most cells are figures and dates in ASCII; they are compared as they are. */
    private static boolean isFolded(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** A figure of up to eighteen digits as it stands; null for anything else, which is looked at more closely. */
    private static @Nullable BigDecimal plain(String text) {
        int length = text.length();
        if (length == 0 || length > 19) {
            return null;
        }
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = text.charAt(0) == '-' ? 1 : 0; i < length; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits = digits * 10 + (c - '0');
                count++;
            } else if (c == '.' && point < 0 && count > 0 && i + 1 < length) {
                point = i;
            } else {
                return null;
            }
        }
        if (count == 0 || count > 18) {
            return null;
        }
        return BigDecimal.valueOf(text.charAt(0) == '-' ? -digits : digits, point < 0 ? 0 : length - 1 - point);
    }

    private static BigDecimal times(BigDecimal number, BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0 ? number : number.multiply(factor);
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
            case SheetCell.Figure figure -> number = figure.percent() ? figure.value() : times(figure.value(), factor);
            case SheetCell.Day ignored -> {
                return new Taken.Refused(
                        "DATE_FOR_NUMBER",
                        "单元格被设成了日期格式，请改为数值格式并核对",
                        "The cell is formatted as a date; format it as a number and look at the value");
            }
            case SheetCell.Words words -> {
                BigDecimal simple = plain(words.text());
                if (simple != null) {
                    number = times(simple, factor);
                    break;
                }
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
        int digits = number.precision() - number.scale();
        int most =
                fact.type() == FactType.MONEY ? MOST_MONEY : fact.type() == FactType.COUNT ? MOST_COUNT : MOST_DIGITS;
        if (digits > most) {
            return new Taken.Refused(
                    "TOO_LARGE",
                    "数字大得不可能（超过" + most + "位），请核对单位",
                    "A figure of more than " + most + " digits; look at the unit");
        }
        if (number.scale() > MOST_DECIMALS && number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            return new Taken.Refused(
                    "TOO_MANY_DECIMALS", "小数超过10位，请四舍五入后填写", "More than 10 decimals; round the figure");
        }
        if (fact.least().isPresent() && number.compareTo(fact.least().get()) < 0) {
            return new Taken.Refused(
                    "TOO_SMALL",
                    fact.name() + "不应小于" + fact.least().get().toPlainString() + "，请核对正负号",
                    fact.name() + " is at least " + fact.least().get().toPlainString() + "; look at the sign");
        }
        if (fact.type() == FactType.COUNT
                && number.scale() > 0
                && number.stripTrailingZeros().scale() > 0) {
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
        if (cell instanceof SheetCell.Words(String words) && words.length() == 10 && words.charAt(4) == '-') {
            try {
                return new Taken.Value(new FactValue.Day(LocalDate.parse(words)));
            } catch (DateTimeException e) {
                // written otherwise, or no day: looked at below
            }
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
            return truth.value() ? TRUE : FALSE;
        }
        String shown = cell.shown();
        String text = shown.equals("是") || shown.equals("否") ? shown : fold(shown);
        if (YES.contains(text)) {
            return TRUE;
        }
        return NO.contains(text) ? FALSE : new Taken.Refused("NOT_YES_NO", "请写是或否", "Write 是 or 否");
    }

    private static Taken code(SheetCell cell, Fact fact, ValueRules rules) {
        if (fact.codes().isEmpty() && fact.pattern().isEmpty()) { // a name, such as a park's: kept as it was given
            return new Taken.Value(new FactValue.Code(cell.shown().strip()));
        }
        String text = CodeTables.plain(
                fact.name(),
                Normalizer.normalize(cell.shown(), Normalizer.Form.NFKC).strip());
        if (fact.accepts(text)) {
            return CodeTables.wrong(fact, text)
                    .<Taken>map(advice -> new Taken.Refused("UNKNOWN_CODE", advice))
                    .orElseGet(() -> new Taken.Value(new FactValue.Code(text)));
        }
        if (ValueRules.isPlace(fact)) {
            return rules.place(text);
        }
        Taken named = CodeTables.named(fact, text);
        if (named != null) {
            return named;
        }
        return new Taken.Refused(
                "UNKNOWN_CODE",
                fact.codes().isEmpty() ? "应是代码：" + fact.meaning() : "只能是：" + String.join("、", fact.codes()),
                fact.codes().isEmpty() ? "A code: " + fact.meaning() : "One of " + String.join(", ", fact.codes()));
    }

    private static Set<String> list(String text) {
        return Arrays.stream(text.split("[、,，;；\\s]+"))
                .filter(each -> !each.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
