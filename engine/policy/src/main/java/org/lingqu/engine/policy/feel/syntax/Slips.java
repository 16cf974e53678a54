package org.lingqu.engine.policy.feel.syntax;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.feel.syntax.SyntaxProblem.Code;
import org.lingqu.engine.policy.feel.syntax.Token.Kind;

/** What people type who write Chinese or another programming language: reported, and read as what they meant. */
final class Slips {

    /** Signs of mathematics and other languages, longest first where one begins another, and what FEEL writes. */
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("==", "="),
            Map.entry("&&", "and"),
            Map.entry("||", "or"),
            Map.entry("\u2265", ">="),
            Map.entry("\u2264", "<="),
            Map.entry("\u2267", ">="),
            Map.entry("\u2266", "<="),
            Map.entry("\u2260", "!="),
            Map.entry("\u00D7", "*"),
            Map.entry("\u00F7", "/"),
            Map.entry("\u2212", "-"),
            Map.entry("^", "**"));

    private Slips() {}

    static @Nullable Token read(String text, int start, Problems problems, StringReading strings) {
        for (int length = 2; length >= 1; length--) {
            if (start + length <= text.length()) {
                String meant = OPERATORS.get(text.substring(start, start + length));
                if (meant != null) {
                    return foreign(text, start, start + length, meant, problems);
                }
            }
        }
        char c = text.charAt(start);
        return switch (c) {
            case '%' -> percent(start, problems);
            case '\'' -> quoted(start, '\'', problems, strings);
            case '\u201C', '\u201D' -> quoted(start, '\u201D', problems, strings);
            case '\u3001' -> wide(text, start, ",", problems);
            default -> {
                if (c >= 0xFF01 && c <= 0xFF5E) {
                    yield wideTwin(text, start, problems, strings);
                }
                yield null;
            }
        };
    }

    private static Token foreign(String text, int start, int end, String meant, Problems problems) {
        problems.add(
                Code.FOREIGN_OPERATOR,
                start,
                end,
                Phrase.of("条件里没有运算符「{0}」。", "FEEL does not know the operator {0}.", text.substring(start, end)),
                Phrase.of("请写 {0}。", "Write {0}.", meant));
        Kind kind = Lexer.KEYWORDS.contains(meant) ? Kind.KEYWORD : Kind.SYMBOL;
        return new Token(kind, meant, start, end);
    }

    private static @Nullable Token percent(int start, Problems problems) {
        problems.add(
                Code.FOREIGN_OPERATOR,
                start,
                start + 1,
                Phrase.of("条件里不用百分号。", "FEEL does not know the percent sign."),
                Phrase.of("请写成小数：5 % 写 0.05。", "Write the number as a decimal: 0.05 for 5 %."));
        return null;
    }

    private static Token quoted(int start, char close, Problems problems, StringReading strings) {
        problems.add(
                Code.FULL_WIDTH_CHARACTER,
                start,
                start + 1,
                Phrase.of("文字要放在英文双引号里。", "A string stands in straight double quotes."),
                Phrase.of(
                        "请切换到英文输入，用回车键旁的引号键写 \"…\"。",
                        "Write \"…\" with the key next to Enter, in English input mode."));
        return strings.read(start, start + 1, close);
    }

    private static Token wide(String text, int start, String meant, Problems problems) {
        problems.add(
                Code.FULL_WIDTH_CHARACTER,
                start,
                start + 1,
                Phrase.of("「{0}」是全角字符。", "\"{0}\" is a full-width character.", text.charAt(start)),
                Phrase.of("请用英文输入写 {0}。", "Write {0}, in English input mode.", meant));
        return new Token(Kind.SYMBOL, meant, start, start + 1);
    }

    private static @Nullable Token wideTwin(String text, int start, Problems problems, StringReading strings) {
        char twin = (char) (text.charAt(start) - 0xFEE0);
        if (twin == '"') {
            return quoted(start, text.charAt(start), problems, strings);
        }
        if (twin >= '0' && twin <= '9') {
            int end = Characters.runEnd(text, start);
            problems.add(
                    Code.FULL_WIDTH_CHARACTER,
                    start,
                    end,
                    Phrase.of(
                            "「{0}」以全角数字开头。",
                            "\"{0}\" begins with a full-width digit.",
                            text.substring(start, Math.min(end, start + 60))),
                    Phrase.of("数字请用半角。", "Write numbers with ordinary digits."));
            return new Token(Kind.NUMBER, "0", start, end);
        }
        return "()[]{},:.+-*/=<>@".indexOf(twin) < 0 ? null : wide(text, start, String.valueOf(twin), problems);
    }
}
