package org.lingqu.engine.policy.feel.syntax;

import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.feel.syntax.SyntaxProblem.Code;
import org.lingqu.engine.policy.feel.syntax.Token.Kind;

/** String literals and their escapes (DMN 1.5, 10.3.1.2, rules 33 and 64). */
final class StringReading {

    private final String text;
    private final Problems problems;

    StringReading(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** @param quote what closes it */
    Token read(int start, int from, char quote) {
        StringBuilder value = new StringBuilder();
        int i = from;
        while (i < text.length() && text.charAt(i) != quote) {
            i = text.charAt(i) == '\\' ? escape(i, value) : plain(i, value);
        }
        if (i >= text.length()) {
            problems.add(
                    Code.UNCLOSED_STRING,
                    start,
                    text.length(),
                    Phrase.of("文字没有结束引号。", "The string is not closed."),
                    Phrase.of("请在末尾加英文双引号 \"。", "End it with a straight double quote \"."));
            return new Token(Kind.STRING, value.toString(), start, text.length());
        }
        return new Token(Kind.STRING, value.toString(), start, i + 1);
    }

    private int plain(int i, StringBuilder value) {
        value.append(text.charAt(i));
        return i + 1;
    }

    private int escape(int i, StringBuilder value) {
        char kind = i + 1 < text.length() ? text.charAt(i + 1) : '\0';
        switch (kind) {
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case '"', '\'', '\\' -> value.append(kind);
            case 'u' -> {
                return codePoint(i, 4, value);
            }
            case 'U' -> {
                return codePoint(i, 6, value);
            }
            default -> {
                // Not an escape of the standard, where a backslash is then an ordinary character ("\d" in a pattern).
                value.append('\\');
                return i + 1;
            }
        }
        return i + 2;
    }

    private int codePoint(int i, int digits, StringBuilder value) {
        int end = i + 2 + digits;
        int code = end <= text.length() ? hex(i + 2, end) : -1;
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            int seen = Math.min(end, text.length());
            problems.add(
                    Code.BAD_ESCAPE,
                    i,
                    seen,
                    Phrase.of("「{0}」不是字符编码。", "\"{0}\" is not a character code.", text.substring(i, seen)),
                    Phrase.of("请写 \\u 加四位，或 \\U 加六位十六进制数。", "Write \\u and four, or \\U and six hexadecimal digits."));
            return i + 2;
        }
        value.appendCodePoint(code);
        return end;
    }

    private int hex(int start, int end) {
        int code = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
