package org.lingqu.engine.text.statement.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers: Arabic with separators and multipliers, Chinese, and mixtures of both. */
public final class Numerals {

    private static final String DIGITS = "〇一二三四五六七八九";
    /** More digits than any statistic has; longer ones are identifiers. */
    private static final int MOST_DIGITS = 18;

    private Numerals() {}

    /** Whether a number may begin with this character. */
    public static boolean starts(char c) {
        return isDigit(c) || chineseDigit(c) >= 0 || power(c) > 0 || c == '数' || c == '几' || c == '半';
    }

    /** The number at a place, or null. */
    public static @Nullable Numeral at(CharSequence text, int from) {
        if (from >= text.length()) {
            return null;
        }
        char c = text.charAt(from);
        if (isDigit(c)) {
            return arabic(text, from, false);
        }
        if (isMinus(c) && from + 1 < text.length() && isDigit(text.charAt(from + 1)) && !joins(text, from)) {
            return arabic(text, from + 1, true);
        }
        return chinese(text, from);
    }

    /** Whether the sign at this place stands between two things rather than before a number. */
    private static boolean joins(CharSequence text, int sign) {
        char before = sign == 0 ? ' ' : text.charAt(sign - 1);
        return before == '%'
                || before == '年'
                || before == '月'
                || isDigit(before)
                || (before < '\u0080' && Character.isLetter(before));
    }

    private static @Nullable Numeral arabic(CharSequence text, int from, boolean negative) {
        var digits = new StringBuilder();
        int i = from;
        while (i < text.length() && (isDigit(text.charAt(i)) || groups(text, i, from))) {
            char c = text.charAt(i++);
            if (isDigit(c)) {
                digits.append(ascii(c));
            }
        }
        if (i + 1 < text.length() && (text.charAt(i) == '.' || text.charAt(i) == '．') && isDigit(text.charAt(i + 1))) {
            digits.append('.');
            i++;
            while (i < text.length() && isDigit(text.charAt(i))) {
                digits.append(ascii(text.charAt(i++)));
            }
        }
        if (digits.length() > MOST_DIGITS) {
            return null;
        }
        var value = new BigDecimal(digits.toString());
        return multiplied(text, i, negative ? value.negate() : value, false, false);
    }

    /** A comma that separates thousands: three digits follow, and no fourth. */
    private static boolean groups(CharSequence text, int comma, int from) {
        char c = text.charAt(comma);
        return (c == ',' || c == '，')
                && comma > from
                && comma - lastComma(text, comma, from) <= 4
                && comma + 3 < text.length()
                && isDigit(text.charAt(comma + 1))
                && isDigit(text.charAt(comma + 2))
                && isDigit(text.charAt(comma + 3))
                && (comma + 4 >= text.length() || !isDigit(text.charAt(comma + 4)))
                && text.charAt(from) != '0';
    }

    private static int lastComma(CharSequence text, int comma, int from) {
        int i = comma - 1;
        while (i >= from && isDigit(text.charAt(i))) {
            i--;
        }
        return i;
    }

    /** What follows the digits: 多, 余, then multipliers, then 多 again. */
    private static Numeral multiplied(CharSequence text, int from, BigDecimal value, boolean over, boolean chinese) {
        int i = skipSpace(text, from);
        boolean more = over;
        int afterMore = i < text.length() && isMore(text.charAt(i)) ? i + 1 : i;
        BigDecimal scale = BigDecimal.ONE;
        int j = afterMore;
        while (j < text.length() && power(text.charAt(j)) > 0 && !isWord(text, j)) {
            scale = scale.multiply(BigDecimal.TEN.pow(power(text.charAt(j++))));
        }
        int end = from;
        if (j > afterMore) {
            more |= afterMore > i;
            end = j;
            if (j < text.length() && isMore(text.charAt(j)) && !endsWord(text, j)) {
                more = true;
                end = j + 1;
            }
        } else if (afterMore > i && !endsWord(text, i)) {
            more = true;
            end = afterMore;
        }
        return new Numeral(end, value.multiply(scale), more, chinese, false, scale);
    }

    /** 万 and 亿 that begin a word rather than multiply: 万科, 千克, 千瓦, 百分, 千米. */
    private static boolean isWord(CharSequence text, int i) {
        if (i + 1 >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        char next = text.charAt(i + 1);
        return (c == '千' && "克瓦米伏卡帕字赫兆".indexOf(next) >= 0) || (c == '百' && (next == '分' || next == '货'));
    }

    /** 多 that belongs to what follows: 多种, 多元, 多个 after 多 is a figure's, 多样 is not. */
    private static boolean endsWord(CharSequence text, int i) {
        return text.charAt(i) == '多' && i + 1 < text.length() && "样媒边维重".indexOf(text.charAt(i + 1)) >= 0;
    }

    private static @Nullable Numeral chinese(CharSequence text, int from) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        int digit = -1;
        boolean over = false;
        boolean bare = true;
        boolean spelled = true;
        int i = from;
        int digitsInARow = 0;
        BigDecimal scale = BigDecimal.ONE;
        for (; i < text.length() && i - from < MOST_DIGITS; i++) {
            char c = text.charAt(i);
            int d = chineseDigit(c);
            int p = power(c);
            if (d >= 0) {
                digitsInARow++;
                digit = digitsInARow > 1 && digit >= 0 ? digit * 10 + d : d;
                bare = false;
                if (digit > 99_999) {
                    return null;
                }
            } else if (p > 0 && !isWord(text, i)) {
                spelled = false;
                digitsInARow = 0;
                BigDecimal unit = BigDecimal.TEN.pow(p);
                BigDecimal amount = digit >= 0 ? BigDecimal.valueOf(digit) : BigDecimal.ONE;
                if (p < 4) {
                    section = digit < 0 && section.signum() > 0
                            ? section.multiply(unit)
                            : section.add(amount.multiply(unit));
                    scale = unit;
                } else {
                    BigDecimal before = digit >= 0 ? section.add(amount) : section;
                    if (before.signum() == 0 && total.signum() > 0) {
                        total = total.multiply(unit);
                    } else {
                        total = total.add((before.signum() == 0 ? BigDecimal.ONE : before).multiply(unit));
                    }
                    section = BigDecimal.ZERO;
                    scale = unit;
                }
                digit = -1;
            } else if ((c == '几' || c == '数') && !over && i + 1 < text.length() && followsSome(text, i, from)) {
                over = true;
                bare = false;
                digitsInARow = 0;
            } else if (isMore(c) && i > from && !spelled && !endsWord(text, i)) {
                over = true;
                bare = false;
            } else if (c == '点' && digit >= 0 && i + 1 < text.length() && chineseDigit(text.charAt(i + 1)) >= 0) {
                return decimal(text, i, total.add(section).add(BigDecimal.valueOf(digit)));
            } else {
                break;
            }
        }
        if (i == from || (bare && spelled)) {
            return null;
        }
        BigDecimal value = total.add(section).add(digit >= 0 ? BigDecimal.valueOf(digit) : BigDecimal.ZERO);
        if (spelled && !over && i < text.length() && isMore(text.charAt(i)) && value.compareTo(BigDecimal.TEN) >= 0) {
            return new Numeral(i + 1, value, true, true, false, BigDecimal.ONE);
        }
        return value.signum() == 0 && over ? null : new Numeral(i, value, over, true, bare, scale);
    }

    /** 数十, 几百, 十几: a power stands beside it. */
    private static boolean followsSome(CharSequence text, int i, int from) {
        boolean before = i > from && power(text.charAt(i - 1)) > 0;
        return (before && text.charAt(i) == '几') || (i == from && power(text.charAt(i + 1)) > 0);
    }

    private static Numeral decimal(CharSequence text, int point, BigDecimal whole) {
        var digits = new StringBuilder(whole.toPlainString()).append('.');
        int i = point + 1;
        while (i < text.length() && chineseDigit(text.charAt(i)) >= 0) {
            digits.append(chineseDigit(text.charAt(i++)));
        }
        return multiplied(text, i, new BigDecimal(digits.toString()), false, true);
    }

    static int skipSpace(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && i - from < 2 && (text.charAt(i) == ' ' || text.charAt(i) == '\u00a0')) {
            i++;
        }
        return i;
    }

    static boolean isMinus(char c) {
        return c == '-' || c == '−' || c == '－';
    }

    static boolean isMore(char c) {
        return c == '多' || c == '余' || c == '來' || c == '餘';
    }

    /** ASCII or full-width. */
    public static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    private static char ascii(char c) {
        return c <= '9' ? c : (char) (c - '０' + '0');
    }

    static int chineseDigit(char c) {
        return switch (c) {
            case '零' -> 0;
            case '两' -> 2;
            default -> DIGITS.indexOf(c);
        };
    }

    /** The power of ten of a multiplier, 0 for any other character. */
    static int power(char c) {
        return switch (c) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            case '亿' -> 8;
            default -> 0;
        };
    }
}
