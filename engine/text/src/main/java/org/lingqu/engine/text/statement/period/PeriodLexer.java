package org.lingqu.engine.text.statement.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.statement.figure.Numeral;
import org.lingqu.engine.text.statement.figure.Numerals;
import org.lingqu.engine.text.statement.lexicon.DataFile;
import org.lingqu.engine.text.statement.lexicon.Words;

/** Finds words for times and resolves them. */
public final class PeriodLexer {

    private static final Words<Integer> YEARS = new Words<>();
    private static final Words<Boolean> SAME = new Words<>();
    private static final Words<int[]> PARTS = new Words<>();
    private static final Words<String> DAYS = new Words<>();
    private static final Words<Boolean> LOOSE = new Words<>();
    private static final String PLAN_DIGITS = "一二三四五六七八九十";
    private static final int FIRST_PLAN = 1953;
    private static final int LAST_PLAN = 20;

    static {
        DataFile.words("periods.tsv", (kind, entry) -> {
            int equals = entry.indexOf('=');
            String word = entry.substring(equals + 1);
            String value = entry.substring(0, Math.max(0, equals));
            switch (kind) {
                case "year" -> YEARS.put(word, Integer.valueOf(value));
                case "same" -> SAME.put(word, true);
                case "part" -> {
                    int dash = value.indexOf('-');
                    PARTS.put(word, new int[] {
                        Integer.parseInt(value.substring(0, dash)), Integer.parseInt(value.substring(dash + 1))
                    });
                }
                case "days" -> DAYS.put(word, value);
                case "loose" -> LOOSE.put(word, true);
                default -> throw new IllegalStateException("periods.tsv: unknown kind " + kind);
            }
        });
    }

    private PeriodLexer() {}

    /**
     * A time that was found.
     *
     * @param period null when the words name a time that nothing resolves
     * @param spent whether it lasts from then on, 以来
     */
    public record Found(int end, @Nullable Period period, boolean spent) {}

    /**
     * The time whose words begin at {@code from}, or null.
     *
     * @param year the year spoken of so far, null when unknown
     */
    public static @Nullable Found at(String text, int from, PageDates dates, @Nullable Integer year) {
        char c = text.charAt(from);
        if (!begins(c)) {
            return null;
        }
        if (Numerals.isDigit(c) || c == '二') {
            Found absolute = absolute(text, from, year);
            if (absolute != null) {
                return absolute;
            }
        }
        Found relative = relative(text, from, dates, year);
        return relative != null ? relative : plan(text, from, dates);
    }

    private static boolean begins(char c) {
        return Numerals.starts(c)
                || YEARS.begins(c)
                || SAME.begins(c)
                || PARTS.begins(c)
                || DAYS.begins(c)
                || LOOSE.begins(c)
                || "过最近这“\"‘十".indexOf(c) >= 0;
    }

    private static @Nullable Found absolute(String text, int from, @Nullable Integer year) {
        int end = yearEnd(text, from);
        if (end < 0) {
            return monthDay(text, from, year);
        }
        int first = yearValue(text, from, end);
        if (first < 1900 || first > 2100) {
            return null;
        }
        int next = skip(text, end);
        if (next < text.length() && "-－—–~～至到".indexOf(text.charAt(next)) >= 0) {
            int second = skip(text, next + 1);
            int secondEnd = yearEnd(text, second);
            if (secondEnd > 0 && isYearMark(text, secondEnd) && first < yearValue(text, second, secondEnd)) {
                int to = yearValue(text, second, secondEnd);
                return new Found(afterYear(text, secondEnd), Period.between(first, to), false);
            }
        }
        if (!isYearMark(text, next)) {
            return dotted(text, from, end, first);
        }
        int afterMark = next + 1;
        if (text.startsWith("年至", next)
                || text.startsWith("年到", next)
                || text.startsWith("年—", next)
                || text.startsWith("年-", next)
                || text.startsWith("年～", next)) {
            int second = skip(text, next + 2);
            int secondEnd = yearEnd(text, second);
            if (secondEnd > 0 && isYearMark(text, secondEnd) && first < yearValue(text, second, secondEnd)) {
                return new Found(
                        afterYear(text, secondEnd), Period.between(first, yearValue(text, second, secondEnd)), false);
            }
        }
        return within(text, text.startsWith("度", afterMark) ? afterMark + 1 : afterMark, first);
    }

    private static int afterYear(String text, int mark) {
        int end = mark + 1;
        return text.startsWith("间", end) || text.startsWith("期间", end) ? text.indexOf('间', end) + 1 : end;
    }

    /** What may follow a year: a month, a part of the year, 以来. */
    private static Found within(String text, int from, int year) {
        int next = skip(text, from);
        Found day = next < text.length() ? monthDay(text, next, year) : null;
        if (day != null) {
            return day;
        }
        Words.Match<int[]> part = PARTS.longest(text, next);
        if (part != null && !isSplit(text, next, part.end())) {
            Period period = Period.months(year, part.meaning()[0], part.meaning()[1]);
            return new Found(part.end(), period, false);
        }
        if (text.startsWith("以来", next) || text.startsWith("起", next) || text.startsWith("来，", next)) {
            return new Found(text.startsWith("以来", next) ? next + 2 : next + 1, Period.year(year), true);
        }
        return new Found(from, Period.year(year), false);
    }

    /** 2020年底 is the end of it, 2020年底层 is not. */
    private static boolean isSplit(String text, int from, int end) {
        return end - from == 1 && end < text.length() && "层座盘气部级中期始步次创等".indexOf(text.charAt(end)) >= 0;
    }

    private static @Nullable Found dotted(String text, int from, int end, int year) {
        if (end - from != 4 || end + 2 >= text.length() || "-./".indexOf(text.charAt(end)) < 0) {
            return null;
        }
        int i = end + 1;
        int month = smallNumber(text, i);
        int monthEnd = digitsEnd(text, i);
        if (month < 1
                || month > 12
                || monthEnd - i > 2
                || monthEnd >= text.length()
                || text.charAt(monthEnd) != text.charAt(end)) {
            return null;
        }
        int day = smallNumber(text, monthEnd + 1);
        int dayEnd = digitsEnd(text, monthEnd + 1);
        LocalDate date = dayEnd - monthEnd - 1 > 2 ? null : date(year, month, day);
        return date == null ? null : new Found(dayEnd, Period.day(date), false);
    }

    /** 7月, 1-7月, 8月7日, 10月1日至7日; 2020年 may have gone before. */
    private static @Nullable Found monthDay(String text, int from, @Nullable Integer year) {
        Numeral first = Numerals.at(text, from);
        if (first == null || first.over() || first.bare() || first.value().scale() > 0) {
            return null;
        }
        int month = intOf(first);
        int mark = skip(text, first.end());
        if (month < 1 || month > 12 || mark >= text.length()) {
            return null;
        }
        if ("-－—–~～至到".indexOf(text.charAt(mark)) >= 0) {
            Numeral second = Numerals.at(text, skip(text, mark + 1));
            if (second == null || intOf(second) <= month || intOf(second) > 12) {
                return null;
            }
            int end = skip(text, second.end());
            if (!text.startsWith("月", end) || (text.startsWith("月份", end) && second.over())) {
                return null;
            }
            end += text.startsWith("月份", end) ? 2 : 1;
            return new Found(end, year == null ? null : Period.months(year, month, intOf(second)), false);
        }
        if (text.charAt(mark) != '月' || (mark > 0 && text.charAt(mark - 1) == '个')) {
            return null;
        }
        int end = mark + 1;
        if (text.startsWith("份", end) || text.startsWith("末", end) || text.startsWith("底", end)) {
            return new Found(end + 1, year == null ? null : Period.month(year, month), false);
        }
        return dayOf(text, end, month, year);
    }

    private static Found dayOf(String text, int from, int month, @Nullable Integer year) {
        Found onlyMonth = new Found(from, year == null ? null : Period.month(year, month), false);
        int at = skip(text, from);
        Numeral day = at < text.length() ? Numerals.at(text, at) : null;
        if (day == null || !isDayMark(text, skip(text, day.end()))) {
            Found toMonth = monthTo(text, from, month, year);
            return toMonth == null ? onlyMonth : toMonth;
        }
        int end = skip(text, day.end()) + 1;
        LocalDate first = year == null ? null : date(year, month, intOf(day));
        Period period = first == null ? null : Period.day(first);
        if (end < text.length() && "至到-—－".indexOf(text.charAt(end)) >= 0) {
            Numeral next = Numerals.at(text, end + 1);
            int secondMonth = month;
            if (next != null && text.startsWith("月", next.end())) {
                secondMonth = intOf(next);
                next = Numerals.at(text, next.end() + 1);
            }
            if (next != null && isDayMark(text, next.end())) {
                LocalDate last = year == null ? null : date(year, secondMonth, intOf(next));
                Period days = first != null && last != null && first.isBefore(last) ? Period.days(first, last) : null;
                return new Found(next.end() + 1, days, false);
            }
        }
        return new Found(end, period, false);
    }

    /** 1月至7月. */
    private static @Nullable Found monthTo(String text, int from, int month, @Nullable Integer year) {
        if (from >= text.length() || "至到-—－".indexOf(text.charAt(from)) < 0) {
            return null;
        }
        Numeral second = Numerals.at(text, from + 1);
        if (second == null || !text.startsWith("月", second.end()) || intOf(second) <= month || intOf(second) > 12) {
            return null;
        }
        return new Found(second.end() + 1, year == null ? null : Period.months(year, month, intOf(second)), false);
    }

    private static @Nullable Found relative(String text, int from, PageDates dates, @Nullable Integer year) {
        Words.Match<Integer> named = YEARS.longest(text, from);
        Integer base = dates.thisYear() != null ? dates.thisYear() : null;
        if (named != null
                && !(text.charAt(from) == '今' && named.end() - from == 1 && !partFollows(text, named.end()))) {
            if (base == null) {
                return new Found(named.end(), null, false);
            }
            Found within = within(text, named.end(), base + named.meaning());
            return within;
        }
        Words.Match<Boolean> same = SAME.longest(text, from);
        if (same != null) {
            Integer told = year != null ? year : dates.reported();
            return new Found(same.end(), told == null ? null : Period.year(told), false);
        }
        Words.Match<int[]> part = PARTS.longest(text, from);
        if (part != null && part.end() - from > 1) {
            Integer told = year != null ? year : dates.reported();
            Period period = told == null ? null : Period.months(told, part.meaning()[0], part.meaning()[1]);
            return new Found(part.end(), period, false);
        }
        Words.Match<String> days = DAYS.longest(text, from);
        if (days != null) {
            Integer told = year != null ? year : dates.reported();
            return new Found(days.end(), told == null ? null : festival(days.meaning(), told), false);
        }
        Words.Match<Boolean> loose = LOOSE.longest(text, from);
        return loose != null ? new Found(loose.end(), null, true) : lastYears(text, from, dates);
    }

    private static boolean partFollows(String text, int from) {
        return PARTS.longest(text, from) != null;
    }

    private static @Nullable Period festival(String days, int year) {
        int slash = days.indexOf('/');
        String from = year + "-" + days.substring(0, slash);
        String to = year + "-" + days.substring(slash + 1);
        return new Period(from, to);
    }

    /** 五年来, 过去五年, 近两年, 近10年来, 十年间. */
    private static @Nullable Found lastYears(String text, int from, PageDates dates) {
        int at = from;
        for (String lead : new String[] {"过去的", "过去", "最近", "近", "这"}) {
            if (text.startsWith(lead, from)) {
                at = from + lead.length();
                break;
            }
        }
        Numeral count = at < text.length() && Numerals.starts(text.charAt(at)) ? Numerals.at(text, at) : null;
        if (count == null
                || count.over()
                || (count.bare() && intOf(count) != 10)
                || intOf(count) > 40
                || intOf(count) < 1) {
            return null;
        }
        int mark = count.end();
        if (text.startsWith("个", mark)) {
            return null;
        }
        if (!text.startsWith("年", mark)) {
            return null;
        }
        int end = mark + 1;
        boolean since = text.startsWith("来", end) || text.startsWith("间", end);
        if (at == from && !since) {
            return null;
        }
        end += since ? 1 : 0;
        Integer told = dates.reported();
        Period period = told == null ? null : Period.between(told - intOf(count) + 1, told);
        return new Found(end, period, true);
    }

    /** “十四五”, 十三五时期, “十二五”末. */
    private static @Nullable Found plan(String text, int from, PageDates dates) {
        boolean quoted = "“\"‘".indexOf(text.charAt(from)) >= 0;
        int at = quoted ? from + 1 : from;
        int number = 0;
        int i = at;
        if (i < text.length() && text.charAt(i) == '十') {
            number = 10;
            i++;
        }
        int digit = i < text.length() ? PLAN_DIGITS.indexOf(text.charAt(i)) + 1 : 0;
        if (digit >= 1 && digit <= 9 && i + 1 < text.length() && text.charAt(i + 1) == '五') {
            number += digit;
            i++;
        }
        if (number < 6
                || number > LAST_PLAN
                || i >= text.length()
                || text.charAt(i) != '五'
                || (number < 10 && !quoted)) {
            return null;
        }
        if (!quoted && number == 10 && !isPlanPart(text, i + 1)) {
            return null; // fifteen
        }
        int end = i + 1;
        if (quoted && end < text.length() && "”\"’".indexOf(text.charAt(end)) >= 0) {
            end++;
        } else if (quoted) {
            return null;
        }
        int first = FIRST_PLAN + (number - 1) * 5;
        first = number >= 7 ? 1986 + (number - 7) * 5 : first;
        return planPart(text, end, first, dates);
    }

    private static boolean isPlanPart(String text, int from) {
        return text.startsWith("时期", from)
                || text.startsWith("期间", from)
                || text.startsWith("规划", from)
                || text.startsWith("末", from);
    }

    private static Found planPart(String text, int from, int first, PageDates dates) {
        for (String word : new String[] {"时期末", "期末", "末", "收官之年", "末期"}) {
            if (text.startsWith(word, from)) {
                return new Found(from + word.length(), Period.year(first + 4), false);
            }
        }
        for (String word : new String[] {"以来", "开局以来", "期间以来"}) {
            if (text.startsWith(word, from)) {
                Integer told = dates.reported();
                Period period = told == null ? null : Period.between(first, Math.max(first, Math.min(told, first + 4)));
                return new Found(from + word.length(), period, true);
            }
        }
        for (String word : new String[] {"时期", "期间", "时期内"}) {
            if (text.startsWith(word, from)) {
                return new Found(from + word.length(), Period.between(first, first + 4), false);
            }
        }
        if (text.startsWith("初", from)) {
            return new Found(from + 1, Period.year(first), false);
        }
        if (text.startsWith("规划", from) || text.startsWith("国家", from) || text.startsWith("发展", from)) {
            return new Found(from, null, true);
        }
        return new Found(from, Period.between(first, first + 4), false);
    }

    private static boolean isYearMark(String text, int at) {
        return at < text.length() && text.charAt(at) == '年' && !text.startsWith("年鉴", at) && !text.startsWith("年级", at);
    }

    private static boolean isDayMark(String text, int at) {
        return at < text.length() && (text.charAt(at) == '日' || text.charAt(at) == '号');
    }

    /** End of four digits in a row, Arabic or Chinese, -1 when there are none. */
    private static int yearEnd(String text, int from) {
        if (from + 4 > text.length() || (from > 0 && Numerals.isDigit(text.charAt(from - 1)))) {
            return -1;
        }
        boolean chinese = !Numerals.isDigit(text.charAt(from));
        for (int i = from; i < from + 4; i++) {
            char c = text.charAt(i);
            if (chinese ? "〇零○一二三四五六七八九".indexOf(c) < 0 : !Numerals.isDigit(c)) {
                return -1;
            }
        }
        return from + 4 < text.length() && Numerals.isDigit(text.charAt(from + 4)) ? -1 : from + 4;
    }

    private static int yearValue(String text, int from, int end) {
        int value = 0;
        for (int i = from; i < end; i++) {
            value = value * 10 + digit(text.charAt(i));
        }
        return value;
    }

    private static int digit(char c) {
        if (Numerals.isDigit(c)) {
            return c <= '9' ? c - '0' : c - '０';
        }
        return c == '〇' || c == '零' || c == '○' ? 0 : "一二三四五六七八九".indexOf(c) + 1;
    }

    private static int smallNumber(String text, int from) {
        int end = digitsEnd(text, from);
        return end == from || end - from > 4 ? -1 : yearValue(text, from, end);
    }

    private static int digitsEnd(String text, int from) {
        int i = from;
        while (i < text.length() && Numerals.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int intOf(Numeral number) {
        return number.value().precision() - number.value().scale() > 6
                ? Integer.MAX_VALUE
                : number.value().intValue();
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int skip(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ' && i - from < 2) {
            i++;
        }
        return i;
    }
}
