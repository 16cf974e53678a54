package org.lingqu.engine.text.repair;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.text.RepairKind;

/**
 * Spaces that somebody's layout left inside numbers and words, and marks that show as nothing. Spaces between the
 * columns of a table and the entries of a list stay.
 */
final class Spaces {

    private static final int LONGEST_WORD = 6;

    private Spaces() {}

    static List<Edit> edits(String text) {
        var edits = new ArrayList<Edit>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i;
            if (CharClass.is(c, CharClass.INVISIBLE)) {
                end = i + 1;
                edits.add(new Edit(i, end, "", RepairKind.WHITESPACE, true));
            } else if (CharClass.isHan(c) && standsAlone(text, i)) {
                end = spacedWord(text, i, edits);
            } else if (isDigit(text, i) && !isNumberPart(text, i - 1)) {
                end = number(text, i, edits);
            }
            i = Math.max(end, i + 1);
        }
        return edits;
    }

    /** {@code 数 字 经 济}: single characters with a space after each, which together are words. */
    private static int spacedWord(String text, int start, List<Edit> edits) {
        var word = new StringBuilder().append(text.charAt(start));
        int end = start + 1;
        while (true) {
            int next = skipSpaces(text, end);
            if (next == end || !isHan(text, next) || isHan(text, next + 1)) {
                break;
            }
            word.append(text.charAt(next));
            end = next + 1;
        }
        boolean label = word.length() == 2 && end < text.length() && "：:".indexOf(text.charAt(end)) >= 0;
        boolean known =
                word.length() > 2 ? mostlyWords(word.toString()) : label && CoreDictionary.contains(word.toString());
        if (known) {
            edits.add(new Edit(start, end, word.toString(), RepairKind.WHITESPACE, true));
            return end;
        }
        return start + 1;
    }

    /** Whether no character stands before, or none but after a space: otherwise the words before would be torn. */
    private static boolean standsAlone(String text, int at) {
        int before = at - 1;
        while (before >= 0 && CharClass.is(text.charAt(before), CharClass.SPACE)) {
            before--;
        }
        return !isHan(text, before);
    }

    /** Whether dictionary words of two characters and more cover at least two thirds. */
    private static boolean mostlyWords(String text) {
        int covered = 0;
        int i = 0;
        while (i < text.length()) {
            int length = Math.min(LONGEST_WORD, text.length() - i);
            while (length > 1 && !isWord(text.substring(i, i + length))) {
                length--;
            }
            covered += length > 1 ? length : 0;
            i += length;
        }
        return covered * 3 >= text.length() * 2;
    }

    private static boolean isWord(String word) {
        var known = CoreDictionary.get(word);
        return known != null && known.totalFrequency > 0;
    }

    private static int number(String text, int start, List<Edit> edits) {
        var number = new NumberReading(text, start);
        if (number.isOne()) {
            edits.add(new Edit(start, number.end, number.words.toString(), RepairKind.WHITESPACE, number.certain));
        }
        return number.end;
    }

    static int skipSpaces(String text, int start) {
        int i = start;
        while (i < text.length() && CharClass.is(text.charAt(i), CharClass.SPACE)) {
            i++;
        }
        return i;
    }

    private static boolean isHan(String text, int at) {
        return at >= 0 && at < text.length() && CharClass.isHan(text.charAt(at));
    }

    static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isNumberPart(String text, int at) {
        return isDigit(text, at) || (at >= 0 && (text.charAt(at) == '.' || text.charAt(at) == ','));
    }

    /** Digits and what stands between and behind them. */
    private static final class NumberReading {

        private final String text;
        private final int start;
        private final StringBuilder words = new StringBuilder();
        private final List<Integer> groups = new ArrayList<>();
        private int end;
        private boolean point;
        private boolean spaced;
        private boolean brokenPoint;
        private boolean certain = true;

        NumberReading(String text, int start) {
            this.text = text;
            this.start = start;
            end = start;
            integer();
            fraction();
            percent();
        }

        private void integer() {
            digits();
            while (end + 1 < text.length()
                    && CharClass.is(text.charAt(end), CharClass.SPACE)
                    && isDigit(text, end + 1)
                    && groups.size() < 6) {
                end++;
                digits();
            }
        }

        private void digits() {
            int from = end;
            while (isDigit(text, end)) {
                words.append(text.charAt(end++));
            }
            groups.add(end - from);
        }

        /** {@code 46 .8} and, when a percent sign or a multiplier follows, {@code 46. 8}. */
        private void fraction() {
            int dot = skipSpaces(text, end);
            if (dot >= text.length() || text.charAt(dot) != '.' || dot > end + 1) {
                return;
            }
            int digit = skipSpaces(text, dot + 1);
            if (!isDigit(text, digit) || digit > dot + 2 || (dot > end && digit > dot + 1)) {
                return;
            }
            int last = digit;
            while (isDigit(text, last)) {
                last++;
            }
            if (digit > dot + 1 && !isUnit(text, skipSpaces(text, last))) {
                return;
            }
            point = true;
            brokenPoint = dot > end || digit > dot + 1;
            words.append('.').append(text, digit, last);
            end = last;
        }

        private void percent() {
            int sign = skipSpaces(text, end);
            if (sign < text.length() && "%‰".indexOf(text.charAt(sign)) >= 0) {
                spaced = sign > end;
                words.append(text.charAt(sign));
                end = sign + 1;
            }
        }

        private static boolean isUnit(String text, int at) {
            return at < text.length() && "%‰万亿".indexOf(text.charAt(at)) >= 0;
        }

        /** Whether all of it is one number and something stood in its way. */
        boolean isOne() {
            if (groups.size() == 1) {
                return spaced || brokenPoint;
            }
            boolean unit = point || isHan(text, end) || words.charAt(words.length() - 1) == '%';
            certain = false;
            boolean one = unit && (isThousands() || isSplit());
            if (!one) {
                end = start + groups.getFirst();
            }
            return one;
        }

        /** {@code 1 234 567.5}: groups of three after a first of up to three. */
        private boolean isThousands() {
            boolean threes = groups.getFirst() <= 3
                    && groups.stream().skip(1).allMatch(g -> g == 3)
                    && !CharClass.is(charBefore(), CharClass.SPACE);
            certain = threes && point;
            return threes && !isYearOrItem();
        }

        /** {@code 占比4 6.8 %}: a digit that clings to the word before it, and a fraction that follows. */
        private boolean isSplit() {
            return point
                    && groups.stream().limit(groups.size() - 1L).allMatch(g -> g == 1)
                    && CharClass.isHan(charBefore());
        }

        private boolean isYearOrItem() {
            return text.startsWith("年", end) || text.startsWith("月", end) || text.startsWith("日", end);
        }

        private char charBefore() {
            return start == 0 ? '\n' : text.charAt(start - 1);
        }
    }
}
