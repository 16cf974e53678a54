package org.lingqu.engine.text.mention;

import org.jspecify.annotations.Nullable;

/**
 * A time written in a sentence: 2020年, 2020年11月, 2020年11月3日, 今年4月, 去年底.
 *
 * @param period as {@link org.lingqu.engine.text.Statement#period()}
 * @param end index after the last character
 */
record WrittenDay(String period, int end) {

    /** @param year the year the page speaks in; null when it is not known, then 今年 is passed over as nothing */
    static @Nullable WrittenDay at(String text, int start, @Nullable Integer year) {
        int at = start;
        Integer said = null;
        if (year != null && (text.startsWith("今年", at) || text.startsWith("去年", at))) {
            said = text.charAt(at) == '今' ? year : Integer.valueOf(year - 1);
            at += 2;
        } else if (digits(text, at) == 4 && text.startsWith("年", at + 4)) {
            said = Integer.valueOf(text.substring(at, at + 4));
            at += 5;
        }
        if (said == null || said < 1900 || said > 2100) {
            return null;
        }
        var period = new StringBuilder(said.toString());
        for (char unit : new char[] {'月', '日'}) {
            int length = digits(text, at);
            boolean there =
                    (length == 1 || length == 2) && at + length < text.length() && text.charAt(at + length) == unit;
            if (!there) {
                break;
            }
            int number = Integer.parseInt(text.substring(at, at + length));
            period.append(number < 10 ? "-0" : "-").append(number);
            at += length + 1;
        }
        while (at < text.length() && "底初末以来起，,".indexOf(text.charAt(at)) >= 0 && at < start + 16) {
            at++;
        }
        return new WrittenDay(period.toString(), at);
    }

    private static int digits(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < 5 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - at;
    }
}
