package org.lingqu.engine.text.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.lexicon.DataFile;

/**
 * A number by which a document is quoted: 国发〔2021〕29号, 粤工信案函〔2021〕253号A, GB 3838-2002, 第20210137号, 国务院令第722号.
 *
 * @param start index of its first character
 * @param end index after its last
 */
record DocumentNumber(int start, int end, String text) {

    private static final List<String> STANDARDS = DataFile.words(DocumentNumber.class, "standard-codes.txt");
    private static final List<String> LEADS = DataFile.words(DocumentNumber.class, "number-leads.txt");
    private static final int LONGEST_CODE = 14;

    /** Whether all of a bracket's content is a number. */
    static @Nullable String whole(String content) {
        String bare = content.strip();
        if (bare.length() < 3 || bare.length() > 40) {
            return null;
        }
        if (bare.indexOf('号') > 1 && hasDigit(bare) && bare.indexOf('，') < 0 && bare.indexOf('。') < 0) {
            int end = bare.indexOf('号') + 1;
            return bare.length() - end <= 2 ? bare : null;
        }
        for (String code : STANDARDS) {
            if (bare.startsWith(code) && hasDigit(bare)) {
                return bare;
            }
        }
        return null;
    }

    /** The next number with a year in brackets at or after an index; null when there is none. */
    static @Nullable DocumentNumber next(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (isOpen(text.charAt(at))) {
                DocumentNumber number = around(text, at);
                if (number != null) {
                    return number;
                }
            }
        }
        return null;
    }

    private static @Nullable DocumentNumber around(String text, int open) {
        if (open + 6 >= text.length() || !isClose(text.charAt(open + 5)) || !isYear(text, open + 1)) {
            return null;
        }
        int at = open + 6;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '第')) {
            at++;
        }
        if (at == open + 6 || at >= text.length() || text.charAt(at) != '号') {
            return null;
        }
        int end = at + 1;
        if (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'D') {
            end++;
        }
        int start = code(text, open);
        return start == open ? null : new DocumentNumber(start, end, text.substring(start, end));
    }

    /** Where the code of the office begins: Chinese characters in front of the year, without the verb that leads to it. */
    private static int code(String text, int open) {
        int start = open;
        while (start > 0 && open - start < LONGEST_CODE && isHan(text.charAt(start - 1))) {
            start--;
        }
        String code = text.substring(start, open);
        int skip = 0;
        for (String lead : LEADS) {
            int at = code.lastIndexOf(lead);
            if (at >= 0 && at + lead.length() < code.length()) {
                skip = Math.max(skip, at + lead.length());
            }
        }
        return start + skip;
    }

    private static boolean isYear(String text, int at) {
        char c = text.charAt(at);
        return (c == '1' || c == '2')
                && isDigit(text.charAt(at + 1))
                && isDigit(text.charAt(at + 2))
                && isDigit(text.charAt(at + 3));
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> isDigit((char) c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    private static boolean isOpen(char c) {
        return "〔[［【（(".indexOf(c) >= 0;
    }

    private static boolean isClose(char c) {
        return "〕]］】）)".indexOf(c) >= 0;
    }
}
