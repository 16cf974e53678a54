package org.lingqu.engine.text.article;

import org.jspecify.annotations.Nullable;

/**
 * A 发文字号 in a text.
 *
 * @param start string index, inclusive
 * @param end string index after the suffix, exclusive
 * @param number as written, without spaces and suffix: {@code 粤工信案函〔2021〕253号}, {@code 国令第706号}
 * @param suffix what stands behind 号, {@code A}; null when nothing does
 */
record DocumentNumber(
        int start, int end, String number, @Nullable String suffix) {

    private static final int LONGEST_CODE = 16;

    /** The first number at or after an index. */
    static @Nullable DocumentNumber find(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '号') {
                DocumentNumber found = endingAt(text, i, from);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The number that is all of the text, brackets around it aside. */
    static @Nullable DocumentNumber only(CharSequence text) {
        if (text.length() > 60) {
            return null;
        }
        DocumentNumber found = find(text, 0);
        if (found == null) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            boolean outside = i < found.start || i >= found.end;
            if (outside && "()（）[]【】 \u00a0\u3000".indexOf(text.charAt(i)) < 0) {
                return null;
            }
        }
        return found;
    }

    private static @Nullable DocumentNumber endingAt(CharSequence text, int sign, int from) {
        int i = back(text, sign - 1, from);
        int lastDigit = i;
        while (i >= from && isDigit(text.charAt(i))) {
            i--;
        }
        if (i == lastDigit || lastDigit - i > 6) {
            return null;
        }
        i = back(text, i, from);
        boolean counted = i >= from && text.charAt(i) == '第';
        i = counted ? back(text, i - 1, from) : i;
        int yearStart = yearStart(text, i, from);
        if (yearStart < 0 && !counted) {
            return null;
        }
        int codeEnd = yearStart < 0 ? i + 1 : yearStart;
        int codeStart = codeStart(text, back(text, codeEnd - 1, from) + 1, from);
        String code = squeeze(text, codeStart, codeEnd);
        if (!isCode(code, yearStart >= 0)) {
            return null;
        }
        int suffixEnd = suffixEnd(text, sign + 1);
        String suffix = squeeze(text, sign + 1, suffixEnd);
        return new DocumentNumber(
                codeStart, suffixEnd, squeeze(text, codeStart, sign + 1), suffix.isEmpty() ? null : suffix);
    }

    /** Where the year with its brackets begins that ends at an index, or -1. */
    private static int yearStart(CharSequence text, int last, int from) {
        if (last < from) {
            return -1;
        }
        boolean closed = "〕]】)）］〉》}".indexOf(text.charAt(last)) >= 0;
        boolean plain = text.charAt(last) == '年' || text.charAt(last) == '-';
        if (!closed && !plain) {
            return -1;
        }
        int end = back(text, last - 1, from);
        int start = end - 3;
        if (start < from) {
            return -1;
        }
        int year = WrittenDate.number(text, start, 4, 4);
        if (year < 1949 || year > 2100) {
            return -1;
        }
        if (plain) {
            return start;
        }
        int open = back(text, start - 1, from);
        return open >= from && "〔[【(（［〈《{".indexOf(text.charAt(open)) >= 0 ? open : -1;
    }

    private static int codeStart(CharSequence text, int end, int from) {
        int start = end;
        while (start > from && end - start < LONGEST_CODE && isCodePart(text.charAt(start - 1))) {
            start--;
        }
        // set wide, every character apart: 云 政 发
        while (start - 2 >= from
                && isSpace(text.charAt(start - 1))
                && isCodePart(text.charAt(start - 2))
                && (start - 2 == from || isSpace(text.charAt(start - 3)))) {
            start -= 2;
        }
        return start;
    }

    private static boolean isCodePart(char c) {
        return (c >= '\u4e00' && c <= '\u9fff') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** With a year any office code does; without one only orders and announcements are counted through. */
    private static boolean isCode(String code, boolean year) {
        return year ? !code.isEmpty() : code.endsWith("令") || code.endsWith("公告") || code.endsWith("通告");
    }

    private static int suffixEnd(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && i < from + 2 && text.charAt(i) >= 'A' && text.charAt(i) <= 'F') {
            i++;
        }
        boolean word = i < text.length() && Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) < 0x80;
        return word ? from : i;
    }

    private static String squeeze(CharSequence text, int start, int end) {
        var out = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (!isSpace(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static int back(CharSequence text, int at, int from) {
        int i = at;
        while (i >= from && isSpace(text.charAt(i))) {
            i--;
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
