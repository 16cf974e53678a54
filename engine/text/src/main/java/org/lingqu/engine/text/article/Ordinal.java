package org.lingqu.engine.text.article;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.trace.TracedText;

/**
 * The number a heading begins with.
 *
 * @param form how it is written; forms that come first stand above those that come later
 * @param end string index after the number and its mark
 */
record Ordinal(Form form, int end) {

    /** In the order official papers use them (GB/T 9704-2012, 7.3.3: 一、（一）1.（1）). */
    enum Form {
        /** 第一编, 第一部分. */
        PART,
        /** 第一章. */
        CHAPTER,
        /** 第一节. */
        SECTION,
        /** 一、 */
        CHINESE,
        /** （一） */
        BRACKETED_CHINESE,
        /** 1. 1、 */
        ARABIC,
        /** （1） */
        BRACKETED_ARABIC,
        /** 一是, 第一，, inside paragraphs too. */
        SPOKEN
    }

    private static final String NUMERALS = "一二三四五六七八九十百〇零";

    /** The number a line begins with, null when it begins with none. */
    static @Nullable Ordinal of(CharSequence text) {
        return at(text, 0);
    }

    /** The number that begins at an index. */
    static @Nullable Ordinal at(CharSequence text, int start) {
        int i = start;
        while (i < text.length() && TracedText.isSpace(text.charAt(i))) {
            i++;
        }
        if (i >= text.length()) {
            return null;
        }
        char c = text.charAt(i);
        if (c == '第') {
            return counted(text, i + 1);
        }
        if (c == '（' || c == '(') {
            return bracketed(text, i + 1);
        }
        int numerals = run(text, i, true);
        if (numerals > 0 && numerals <= 3) {
            return chinese(text, i + numerals);
        }
        int digits = run(text, i, false);
        return digits > 0 && digits <= 2 ? arabic(text, i + digits) : null;
    }

    private static @Nullable Ordinal chinese(CharSequence text, int at) {
        int i = skipSpace(text, at);
        if (is(text, i, "、．.")) {
            return new Ordinal(Form.CHINESE, i + 1);
        }
        boolean spoken = is(text, at, "是") && !is(text, at + 1, "否");
        return spoken ? new Ordinal(Form.SPOKEN, at + 1) : null;
    }

    private static @Nullable Ordinal arabic(CharSequence text, int at) {
        if (is(text, at, "、")) {
            return new Ordinal(Form.ARABIC, at + 1);
        }
        boolean decimal = at + 1 < text.length() && text.charAt(at + 1) >= '0' && text.charAt(at + 1) <= '9';
        return is(text, at, ".．") && !decimal ? new Ordinal(Form.ARABIC, at + 1) : null;
    }

    private static @Nullable Ordinal bracketed(CharSequence text, int at) {
        int numerals = run(text, at, true);
        if (numerals > 0 && numerals <= 4 && is(text, at + numerals, "）)")) {
            return new Ordinal(Form.BRACKETED_CHINESE, at + numerals + 1);
        }
        int digits = run(text, at, false);
        return digits > 0 && digits <= 2 && is(text, at + digits, "）)")
                ? new Ordinal(Form.BRACKETED_ARABIC, at + digits + 1)
                : null;
    }

    private static @Nullable Ordinal counted(CharSequence text, int at) {
        int numerals = Math.max(run(text, at, true), run(text, at, false));
        int i = at + numerals;
        if (numerals == 0 || i >= text.length()) {
            return null;
        }
        return switch (text.charAt(i)) {
            case '编', '篇' -> new Ordinal(Form.PART, i + 1);
            case '部' -> is(text, i + 1, "分") ? new Ordinal(Form.PART, i + 2) : null;
            case '章' -> new Ordinal(Form.CHAPTER, i + 1);
            case '节' -> new Ordinal(Form.SECTION, i + 1);
            default -> null;
        };
    }

    private static int run(CharSequence text, int from, boolean chinese) {
        int i = from;
        while (i < text.length()
                && (chinese ? NUMERALS.indexOf(text.charAt(i)) >= 0 : text.charAt(i) >= '0' && text.charAt(i) <= '9')) {
            i++;
        }
        return i - from;
    }

    private static int skipSpace(CharSequence text, int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }

    private static boolean is(CharSequence text, int at, String any) {
        return at < text.length() && any.indexOf(text.charAt(at)) >= 0;
    }
}
