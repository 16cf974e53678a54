package org.lingqu.engine.text.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * A full date in a text, with the time of day if one follows: {@code 2021年7月16日}, {@code 2021-07-16 18:05:34},
 * {@code 2021.7.16}, {@code 2021/07/16}, {@code 二〇二一年七月十六日}.
 *
 * @param start string index, inclusive
 * @param end string index, exclusive
 * @param when a {@link LocalDate} or {@link LocalDateTime}
 */
record WrittenDate(int start, int end, Temporal when) {

    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

    LocalDate day() {
        return when instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) when;
    }

    /** The first date at or after an index. */
    static @Nullable WrittenDate find(CharSequence text, int from) {
        for (int i = from; i + 7 < text.length(); i++) {
            char c = text.charAt(i);
            WrittenDate found = null;
            if (c == '1' || c == '2') {
                boolean inside = i > 0 && isDigit(text.charAt(i - 1));
                found = inside ? null : arabic(text, i);
            } else if (c == '一' || c == '二') {
                found = chinese(text, i);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The date that is all of the text but spaces, brackets and the words {@code 日期}. */
    static @Nullable WrittenDate only(CharSequence text) {
        if (text.length() > 40) {
            return null;
        }
        WrittenDate found = find(text, 0);
        if (found == null) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            boolean outside = i < found.start || i >= found.end;
            if (outside && !isPadding(text.charAt(i))) {
                return null;
            }
        }
        return found;
    }

    private static boolean isPadding(char c) {
        return c <= ' ' || " \u3000()（）[]【】.。,，|·—-".indexOf(c) >= 0;
    }

    private static @Nullable WrittenDate arabic(CharSequence text, int start) {
        int year = number(text, start, 4, 4);
        if (year < 1900 || year > 2100) {
            return null;
        }
        int i = skipSpaces(text, start + 4);
        if (i >= text.length()) {
            return null;
        }
        char separator = text.charAt(i);
        if ("年-./－–".indexOf(separator) < 0) {
            return null;
        }
        i = skipSpaces(text, i + 1);
        int monthLength = digits(text, i, 2);
        int month = number(text, i, 1, 2);
        i = skipSpaces(text, i + monthLength);
        char second = separator == '年' ? '月' : separator;
        if (monthLength == 0 || i >= text.length() || text.charAt(i) != second) {
            return null;
        }
        i = skipSpaces(text, i + 1);
        int dayLength = digits(text, i, 2);
        int day = number(text, i, 1, 2);
        i += dayLength;
        if (dayLength == 0 || (i < text.length() && isDigit(text.charAt(i)))) {
            return null;
        }
        if (separator == '年') {
            int sign = skipSpaces(text, i);
            if (sign < text.length() && (text.charAt(sign) == '日' || text.charAt(sign) == '号')) {
                i = sign + 1;
            }
        }
        return withTime(text, start, i, year, month, day);
    }

    private static @Nullable WrittenDate withTime(CharSequence text, int start, int end, int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            int i = end;
            while (i < text.length() && i < end + 4 && (isSpace(text.charAt(i)) || text.charAt(i) == 'T')) {
                i++;
            }
            int hourLength = digits(text, i, 2);
            int colon = i + hourLength;
            if (hourLength == 0 || !isColon(text, colon) || digits(text, colon + 1, 2) != 2) {
                return new WrittenDate(start, end, date);
            }
            int hour = number(text, i, 1, 2);
            int minute = number(text, colon + 1, 2, 2);
            int after = colon + 3;
            int second = 0;
            if (isColon(text, after) && digits(text, after + 1, 2) == 2) {
                second = number(text, after + 1, 2, 2);
                after += 3;
            }
            if (hour > 23 || minute > 59 || second > 59) {
                return new WrittenDate(start, end, date);
            }
            return new WrittenDate(start, after, date.atTime(hour, minute, second));
        } catch (DateTimeException e) {
            return null; // no such day
        }
    }

    private static @Nullable WrittenDate chinese(CharSequence text, int start) {
        int year = 0;
        int i = start;
        while (i < text.length() && i < start + 4) {
            int digit = chineseDigit(text.charAt(i));
            if (digit < 0) {
                return null;
            }
            year = year * 10 + digit;
            i++;
        }
        if (i >= text.length() || text.charAt(i) != '年' || year < 1900 || year > 2100) {
            return null;
        }
        int monthEnd = indexOf(text, '月', i + 1, 3);
        int dayEnd = monthEnd < 0 ? -1 : indexOf(text, '日', monthEnd + 1, 4);
        if (dayEnd < 0) {
            return null;
        }
        int month = chineseNumber(text, i + 1, monthEnd);
        int day = chineseNumber(text, monthEnd + 1, dayEnd);
        try {
            return new WrittenDate(start, dayEnd + 1, LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return null; // no such day
        }
    }

    /** 1 to 31 in characters, 0 when it is no such number. */
    private static int chineseNumber(CharSequence text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int digit = chineseDigit(c);
            if (c == '十') {
                value = value == 0 ? 10 : value * 10;
            } else if (c == '廿') {
                value = 20;
            } else if (digit >= 0) {
                value += digit;
            } else if (!isSpace(c)) {
                return 0;
            }
        }
        return value;
    }

    private static int chineseDigit(char c) {
        return switch (c) {
            case '○', '零', 'О', 'O', '0', '◯' -> 0;
            case '元' -> 1;
            default -> CHINESE_DIGITS.indexOf(c);
        };
    }

    private static int indexOf(CharSequence text, char c, int from, int within) {
        for (int i = from; i < text.length() && i <= from + within; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    /** How many digits stand at an index, at most {@code most}. */
    static int digits(CharSequence text, int at, int most) {
        int count = 0;
        while (count < most && at + count < text.length() && isDigit(text.charAt(at + count))) {
            count++;
        }
        return count;
    }

    /** The number at an index, -1 when fewer digits than wanted stand there. */
    static int number(CharSequence text, int at, int least, int most) {
        int count = digits(text, at, most);
        if (count < least) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + count; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isColon(CharSequence text, int at) {
        return at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '：');
    }

    private static int skipSpaces(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && i < from + 3 && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u3000' || c == '\t';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
