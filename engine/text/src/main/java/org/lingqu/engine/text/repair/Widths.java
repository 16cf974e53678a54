package org.lingqu.engine.text.repair;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.text.RepairKind;

/** Full-width letters and digits, and the signs of numbers beside them, become half-width. Chinese punctuation stays. */
final class Widths {

    private Widths() {}

    static List<Edit> edits(String text) {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (CharClass.is(c, CharClass.FULLWIDTH) && (isLetterOrDigit(c) || isSignThere(text, i))) {
                edits.add(new Edit(i, i + 1, String.valueOf(half(c)), RepairKind.FULLWIDTH, true));
            }
        }
        return edits;
    }

    private static char half(char c) {
        return c >= '！' && c <= '～' ? (char) (c - 0xfee0) : c;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
    }

    private static boolean isSignThere(String text, int at) {
        char before = at == 0 ? 0 : half(text.charAt(at - 1));
        char after = at + 1 == text.length() ? 0 : half(text.charAt(at + 1));
        return switch (text.charAt(at)) {
            case '％' -> isDigit(before) || CharClass.is(before, CharClass.SPACE);
            case '．' -> isDigit(before) && isDigit(after);
            case '，' -> isThousands(text, at);
            case '＋' -> true;
            case '－', '／', '＝', '＠', '＆', '＃', '＿' -> isWordPart(before) && isWordPart(after);
            default -> false;
        };
    }

    /** {@code １２，３４５}: all of it full-width, three digits after, so that no list is taken for a number. */
    private static boolean isThousands(String text, int at) {
        if (at == 0 || !isFullDigit(text, at - 1) || isFullDigit(text, at + 4)) {
            return false;
        }
        return isFullDigit(text, at + 1) && isFullDigit(text, at + 2) && isFullDigit(text, at + 3);
    }

    private static boolean isFullDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '０' && text.charAt(at) <= '９';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
