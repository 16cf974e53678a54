package org.lingqu.engine.policy.feel.syntax;

import org.lingqu.engine.policy.Phrase;

/**
 * One thing that is wrong with the text of an expression.
 *
 * @param code stable, for programs
 * @param place where in the text
 * @param seen the characters found there; empty where something is missing
 * @param message what is wrong, in one sentence
 * @param advice what to do about it
 */
public record SyntaxProblem(Code code, Place place, String seen, Phrase message, Phrase advice) {

    /** What can be wrong. The names are stable. */
    public enum Code {
        EMPTY_EXPRESSION,
        TOO_LONG,
        TOO_DEEP,
        UNEXPECTED_CHARACTER,
        FULL_WIDTH_CHARACTER,
        FOREIGN_OPERATOR,
        UNCLOSED_STRING,
        UNCLOSED_COMMENT,
        BAD_ESCAPE,
        BAD_NUMBER,
        MISSING_OPERAND,
        MISSING_TOKEN,
        MISSING_NAME,
        UNEXPECTED_TOKEN,
        MIXED_ARGUMENTS,
        DUPLICATE_KEY
    }

    /** Two lines: the line of {@code source} the problem is in, and carets under the place, aligned under Chinese characters too. */
    public String underlined(String source) {
        int start = Math.min(place.start(), source.length());
        int lineStart = source.lastIndexOf('\n', start - 1) + 1;
        int newline = source.indexOf('\n', start);
        int lineEnd = newline < 0 ? source.length() : newline;
        String line = source.substring(lineStart, lineEnd);
        String before = source.substring(lineStart, Math.min(start, lineEnd));
        String under =
                source.substring(Math.min(start, lineEnd), Math.clamp(place.end(), Math.min(start, lineEnd), lineEnd));
        StringBuilder carets = new StringBuilder();
        before.codePoints().forEach(c -> carets.repeat(c == '\t' ? '\t' : ' ', DisplayWidth.of(c)));
        return line.stripTrailing() + "\n" + carets.repeat('^', Math.max(1, DisplayWidth.of(under)));
    }

    /** Code, message and advice, Chinese before English, with the underlined text, for a person. */
    public String explain(String source) {
        return code + ": " + message.chinese() + advice.chinese() + message.english() + " " + advice.english() + "\n"
                + underlined(source).indent(2).stripTrailing();
    }
}
