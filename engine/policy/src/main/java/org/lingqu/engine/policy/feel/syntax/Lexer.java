package org.lingqu.engine.policy.feel.syntax;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.feel.syntax.SyntaxProblem.Code;
import org.lingqu.engine.policy.feel.syntax.Token.Kind;

/**
 * Reads one token at a time from any position, because what is one name depends on the names known there. Slips that have
 * one meaning, such as full-width punctuation, are reported and then read as what was meant, so that the rest of the text
 * is checked too.
 */
final class Lexer {

    static final Set<String> KEYWORDS = Set.of(
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "and",
            "or",
            "between",
            "instance",
            "function",
            "true",
            "false",
            "null");
    private static final String[] SYMBOLS = {
        "..", "**", "!=", "<=", ">=", "->", "(", ")", "[", "]", "{", "}", ",", ":", ".", "+", "-", "*", "/", "=", "<",
        ">", "@"
    };

    private final String text;
    private final NameTable names;
    private final Problems problems;
    private final StringReading strings;

    Lexer(String text, NameTable names, Problems problems) {
        this.text = text;
        this.names = names;
        this.problems = problems;
        this.strings = new StringReading(text, problems);
    }

    Token next(int from) {
        int start = skipSpaceAndComments(from);
        while (start < text.length()) {
            Token token = tokenAt(start);
            if (token != null) {
                return token;
            }
            start = skipSpaceAndComments(start + Character.charCount(text.codePointAt(start)));
        }
        return new Token(Kind.END, "", text.length(), text.length());
    }

    private @Nullable Token tokenAt(int start) {
        int c = text.codePointAt(start);
        if (c == '"') {
            return strings.read(start, start + 1, '"');
        }
        if (isDigit(c) || (c == '.' && start + 1 < text.length() && isDigit(text.charAt(start + 1)))) {
            return number(start);
        }
        if (c == '?') {
            return new Token(Kind.NAME, "?", start, start + 1);
        }
        if (Characters.startsName(c)) {
            return name(start);
        }
        Token slip = Slips.read(text, start, problems, strings);
        if (slip != null) {
            return slip;
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, start)) {
                return new Token(Kind.SYMBOL, symbol, start, start + symbol.length());
            }
        }
        problems.add(
                Code.UNEXPECTED_CHARACTER,
                start,
                start + Character.charCount(c),
                Character.isISOControl(c)
                        ? Phrase.of("这里不能有控制字符。", "A control character means nothing here.")
                        : Phrase.of("「{0}」在这里没有意义。", "\"{0}\" means nothing here.", Character.toString(c)),
                Phrase.of("请删去。", "Take it out."));
        return null;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    int skipSpaceAndComments(int from) {
        int i = Characters.skipSpace(text, from);
        while (text.startsWith("//", i) || text.startsWith("/*", i)) {
            i = Characters.skipSpace(text, text.charAt(i + 1) == '/' ? lineEnd(i) : commentEnd(i));
        }
        return i;
    }

    private int lineEnd(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private int commentEnd(int start) {
        int end = text.indexOf("*/", start + 2);
        if (end < 0) {
            problems.add(
                    Code.UNCLOSED_COMMENT,
                    start,
                    text.length(),
                    Phrase.of("注释没有结束。", "The comment is not closed."),
                    Phrase.of("请在末尾写 */。", "End it with */."));
            return text.length();
        }
        return end + 2;
    }

    private Token number(int start) {
        int end = digits(start);
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end = digits(end + 1);
        }
        end = exponent(end);
        int run = Characters.runEnd(text, end);
        if (run > end) {
            problems.add(
                    Code.BAD_NUMBER,
                    start,
                    run,
                    Phrase.of("「{0}」既不是数字也不是名称。", "\"{0}\" is neither a number nor a name.", clip(start, run)),
                    Phrase.of(
                            "名称以文字或字母开头，数字只含 0 到 9 和一个小数点。",
                            "Names begin with a letter, numbers hold only digits and one point."));
        }
        return new Token(Kind.NUMBER, text.substring(start, end), start, Math.max(end, run));
    }

    private int digits(int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int exponent(int from) {
        if (from < text.length() && (text.charAt(from) | 0x20) == 'e') {
            int i = from + 1;
            if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
                i++;
            }
            int end = digits(i);
            return end > i ? end : from;
        }
        return from;
    }

    private String clip(int start, int end) {
        return text.substring(start, Math.min(end, start + 60));
    }

    /** The longest known name that begins here, else one word. */
    private Token name(int start) {
        int word = Characters.wordEnd(text, start);
        String first = text.substring(start, word);
        StringBuilder normal = new StringBuilder(first);
        String best = null;
        int end = word;
        int i = word;
        while (normal.length() < names.longest()) {
            int next = Characters.skipSpace(text, i);
            if (next >= text.length()) {
                break;
            }
            int c = text.codePointAt(next);
            if (Characters.joinsName(c)) {
                normal.append((char) c);
                i = next + 1;
            } else if (Characters.continuesName(c) && (next > i || endsWithJoin(normal))) {
                i = Characters.runEnd(text, next);
                normal.append(endsWithJoin(normal) ? "" : " ").append(text, next, i);
            } else {
                break;
            }
            String known = names.find(normal);
            if (known != null) {
                best = known;
                end = i;
            }
        }
        if (best != null) {
            return new Token(Kind.NAME, best, start, end);
        }
        return new Token(KEYWORDS.contains(first) ? Kind.KEYWORD : Kind.NAME, first, start, word);
    }

    private static boolean endsWithJoin(StringBuilder normal) {
        return Characters.joinsName(normal.charAt(normal.length() - 1));
    }

    /** Where a run of anything a name may hold ends, trailing space left out; {@code start} itself if no name begins there. */
    int declaredNameEnd(int start) {
        int end = Characters.wordEnd(text, start);
        if (end == start) {
            return start;
        }
        int i = end;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (Characters.continuesName(c) || Characters.joinsName(c)) {
                i += Character.charCount(c);
                end = i;
            } else if (Characters.isSpace(c)) {
                i++;
            } else {
                break;
            }
        }
        return end;
    }
}
