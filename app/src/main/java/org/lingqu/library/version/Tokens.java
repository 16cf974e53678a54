package org.lingqu.library.version;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.statement.figure.Figure;
import org.lingqu.engine.text.statement.figure.FigureLexer;

/** Cuts a text into what is compared as one: a number with its unit, a date, a document number, a Latin word, a Chinese character. */
final class Tokens {

    private static final Pattern DATE = Pattern.compile(
            "[12][0-9]{3}(?:年(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号])?)?|([-./])[0-9]{1,2}\\1[0-9]{1,2})|[0-9]{1,2}月[0-9]{1,2}日");

    private static final Pattern DOCUMENT_NUMBER =
            Pattern.compile("[〔\\[(（【]\\s?([12][0-9]{3})\\s?[〕\\])）】]\\s?第?([0-9]{1,6})\\s?号");

    private Tokens() {}

    /**
     * @param meaning what makes two numbers the same however they are written; null for what is no number
     */
    record Token(String text, @Nullable String meaning) {
        boolean isNumber() {
            return meaning != null;
        }
    }

    /** The tokens in order; put together they are the text. */
    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        Matcher date = DATE.matcher(text);
        Matcher number = DOCUMENT_NUMBER.matcher(text);
        int at = 0;
        while (at < text.length()) {
            Token token = token(text, at, date, number);
            tokens.add(token);
            at += token.text().length();
        }
        return tokens;
    }

    private static Token token(String text, int at, Matcher date, Matcher number) {
        char c = text.charAt(at);
        if ("〔[(（【".indexOf(c) >= 0 && number.region(at, text.length()).lookingAt()) {
            return new Token(number.group(), "〔" + number.group(1) + "〕" + number.group(2) + "号");
        }
        if (isDigit(c) && date.region(at, text.length()).lookingAt()) {
            return new Token(date.group(), date.group());
        }
        Token figure = figure(text, at);
        if (figure != null) {
            return figure;
        }
        int end = at + Character.charCount(text.codePointAt(at));
        if (isLatin(c)) {
            while (end < text.length() && isLatin(text.charAt(end))) {
                end++;
            }
        } else if (isDigit(c)) { // digits that are no figure: a long identifier
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            return new Token(text.substring(at, end), text.substring(at, end));
        }
        return new Token(text.substring(at, end), null);
    }

    private static @Nullable Token figure(String text, int at) {
        FigureLexer.Found found = FigureLexer.at(text, at);
        if (found == null || found.end() <= at) {
            return null;
        }
        String words = text.substring(at, found.end());
        Figure figure = found.figure();
        boolean arabic = words.chars().anyMatch(c -> isDigit((char) c));
        if (figure == null) {
            return arabic ? new Token(words, words) : null;
        }
        return arabic || figure.unit() != null ? new Token(words, meaning(figure)) : null;
    }

    private static String meaning(Figure figure) {
        String max = figure.max() == null
                ? ""
                : "~" + figure.max().stripTrailingZeros().toPlainString();
        return figure.value().stripTrailingZeros().toPlainString()
                + max
                + figure.unit()
                + figure.approx()
                + figure.ratio();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
