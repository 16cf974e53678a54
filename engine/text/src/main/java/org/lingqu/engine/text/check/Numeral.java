package org.lingqu.engine.text.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number written in digits in a text, with the power of ten behind it: 1,015, 3.2万.
 *
 * @param end index after the number and its 万 or 亿
 */
record Numeral(int start, int end, BigDecimal value) {

    private static final int LONGEST = 20;

    /** The number that begins at an index; null when none does, or when the digits are too many to be a figure. */
    static @Nullable Numeral at(String text, int start) {
        if (start >= text.length() || !isDigit(text.charAt(start)) || (start > 0 && joins(text.charAt(start - 1)))) {
            return null;
        }
        int end = start;
        var digits = new StringBuilder();
        while (end < text.length() && (isDigit(text.charAt(end)) || isInside(text, end))) {
            if (text.charAt(end) != ',' && text.charAt(end) != '，') {
                digits.append(text.charAt(end));
            }
            end++;
        }
        if (digits.length() > LONGEST || digits.chars().filter(c -> c == '.').count() > 1) {
            return null;
        }
        BigDecimal value = new BigDecimal(digits.toString());
        int power = 0;
        while (end < text.length() && power(text.charAt(end)) > 0) {
            power += power(text.charAt(end++));
        }
        return new Numeral(start, end, value.scaleByPowerOfTen(power));
    }

    private static int power(char c) {
        return switch (c) {
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            case '亿' -> 8;
            default -> 0;
        };
    }

    /** A point or a separator between digits; thousands only in groups of three. */
    private static boolean isInside(String text, int at) {
        char c = text.charAt(at);
        if (at + 1 >= text.length() || !isDigit(text.charAt(at + 1))) {
            return false;
        }
        return c == '.' || (c == ',' && groupOfThree(text, at + 1));
    }

    private static boolean groupOfThree(String text, int at) {
        return at + 3 <= text.length()
                && isDigit(text.charAt(at + 1))
                && isDigit(text.charAt(at + 2))
                && (at + 3 == text.length() || !isDigit(text.charAt(at + 3)));
    }

    private static boolean joins(char c) {
        return isDigit(c) || c == '.' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
