package org.lingqu.engine.text.article;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.CutPart;
import org.lingqu.engine.text.source.Line;
import org.lingqu.engine.text.source.Markup;
import org.lingqu.engine.text.trace.TracedText;

/**
 * What one line looks like, before its neighbours are asked.
 *
 * @param squeezed the words without spaces
 * @param prose it has sentences: what articles are made of
 * @param ended its last character ends a sentence
 * @param figure a number and nothing else, as cells of flattened tables are
 * @param date a date alone, null otherwise
 * @param number a document number alone, null otherwise
 * @param words what the word lists say, null when they know nothing
 * @param heading what kind of number it begins with, null when with none
 */
record Sense(
        Line line,
        String squeezed,
        boolean prose,
        boolean ended,
        boolean figure,
        @Nullable WrittenDate date,
        @Nullable DocumentNumber number,
        LineWords.@Nullable Meaning words,
        @Nullable Ordinal heading) {

    /** Sentences have a comma at least every so many characters; headlines run together have none. */
    private static final int MOST_WITHOUT_MARK = 90;

    private static final int LONGEST_BYLINE = 60;
    private static final String SENTENCE_ENDS = "。！？；…!?;";
    private static final String SENTENCE_MARKS = "，。；！？、：,;!?";

    static Sense of(Line line, LineWords lexicon) {
        String text = line.text().toString();
        String squeezed = squeeze(text);
        int marks = 0;
        int han = 0;
        for (int i = 0; i < squeezed.length(); i++) {
            char c = squeezed.charAt(i);
            marks += SENTENCE_MARKS.indexOf(c) >= 0 ? 1 : 0;
            han += c >= '\u4e00' && c <= '\u9fff' ? 1 : 0;
        }
        boolean ended = endsSentence(squeezed);
        boolean linked = line.markup().linkShare() > 0.5f;
        boolean punctuated = marks > 0 && marks * MOST_WITHOUT_MARK >= squeezed.length();
        boolean prose = !linked
                && han * 3 > squeezed.length()
                && ((punctuated && squeezed.length() >= 24) || (ended && squeezed.length() >= 10));
        return new Sense(
                line,
                squeezed,
                prose,
                ended,
                isFigure(squeezed),
                WrittenDate.only(text),
                DocumentNumber.only(text),
                meaning(text, squeezed, ended, lexicon),
                Ordinal.of(text));
    }

    private static LineWords.@Nullable Meaning meaning(String text, String squeezed, boolean ended, LineWords lexicon) {
        if (isAddress(squeezed)) {
            return new LineWords.Meaning(CutPart.Why.FURNITURE, false);
        }
        LineWords.Meaning known = lexicon.of(squeezed);
        if (known != null || ended) {
            return known;
        }
        if (isDated(text)) {
            return new LineWords.Meaning(CutPart.Why.BYLINE, false);
        }
        return isListEntry(squeezed) ? new LineWords.Meaning(CutPart.Why.TAIL, false) : null;
    }

    /** A headline with its day behind it, as lists of other articles have: {@code 某某消息2026-03-01}. */
    private static boolean isListEntry(String squeezed) {
        if (squeezed.length() < 16 || squeezed.length() > LONGEST_BYLINE) {
            return false;
        }
        int tail = squeezed.length() - 12;
        WrittenDate date = WrittenDate.find(squeezed, tail);
        return date != null
                && date.end() >= squeezed.length() - 1
                && date.start() >= 6
                && squeezed.indexOf('年', date.start()) < 0;
    }

    /** A date and, after a space, a few words: {@code 2020-09-01 某某厅}. */
    private static boolean isDated(String text) {
        if (text.length() > LONGEST_BYLINE || text.indexOf('，') >= 0) {
            return false;
        }
        WrittenDate date = WrittenDate.find(text, 0);
        return date != null
                && squeeze(text.substring(0, date.start())).length() <= 1
                && date.end() < text.length()
                && TracedText.isSpace(text.charAt(date.end()));
    }

    int length() {
        return squeezed.length();
    }

    Markup markup() {
        return line.markup();
    }

    String text() {
        return line.text().toString();
    }

    boolean is(CutPart.Why why) {
        return words != null && words.why() == why;
    }

    boolean isLink() {
        return markup().linkShare() > 0.6f;
    }

    /** It belongs to the lines around a title: source, date, number, counters. */
    boolean isByline() {
        return date != null || number != null || is(CutPart.Why.BYLINE) || is(CutPart.Why.COUNTER);
    }

    /** It ends with a colon and is short, as {@code 各位代表：} is. */
    boolean isSalutation() {
        char last = squeezed.isEmpty() ? ' ' : squeezed.charAt(squeezed.length() - 1);
        return (last == '：' || last == ':') && words == null && length() >= 3;
    }

    /** A label whose value stands on the next line. */
    boolean isEmptyLabel() {
        char last = squeezed.isEmpty() ? ' ' : squeezed.charAt(squeezed.length() - 1);
        return (last == '：' || last == ':') && is(CutPart.Why.BYLINE) && length() <= 10;
    }

    static String squeeze(CharSequence text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!TracedText.isSpace(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /** Closing quotes and brackets after the mark do not count. */
    static boolean endsSentence(String squeezed) {
        int i = squeezed.length() - 1;
        while (i >= 0 && "”’」』\"'）)】".indexOf(squeezed.charAt(i)) >= 0) {
            i--;
        }
        return i >= 0 && SENTENCE_ENDS.indexOf(squeezed.charAt(i)) >= 0;
    }

    private static boolean isFigure(String squeezed) {
        if (squeezed.indexOf(':') >= 0 || squeezed.indexOf('：') >= 0) {
            return false; // a time of day
        }
        int digits = 0;
        int others = 0;
        for (int i = 0; i < squeezed.length(); i++) {
            char c = squeezed.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (".,%-+±/~".indexOf(c) < 0) {
                others++;
            }
        }
        return (digits > 0 && others <= 1 && squeezed.length() <= 16) || squeezed.equals("-") || squeezed.equals("持平");
    }

    /** A web address with few words beside it. */
    private static boolean isAddress(String squeezed) {
        int at = squeezed.indexOf("http");
        at = at < 0 ? squeezed.indexOf("www.") : at;
        if (at < 0 || squeezed.length() > 400) {
            return false;
        }
        int end = at;
        while (end < squeezed.length() && squeezed.charAt(end) > ' ' && squeezed.charAt(end) < 0x7f) {
            end++;
        }
        return end - at > 8 && squeezed.length() - (end - at) <= 12;
    }
}
