package org.lingqu.policy.feel.syntax;

/**
 * Which characters make up names (DMN 1.5, 10.3.1.2, rules 28 to 30). Chinese and full-width punctuation, which the
 * standard's ranges happen to include, is left out: {@code 收入（万元）} is a slip, not a name.
 */
final class Characters {

    private Characters() {}

    static boolean startsName(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        }
        return !isWidePunctuation(c) && !isWideDigit(c) && inStandardRange(c);
    }

    private static boolean inStandardRange(int c) {
        return c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7
                || c >= 0x370 && c <= 0x1FFF && c != 0x37E
                || c >= 0x200C && c <= 0x200D
                || c >= 0x2070 && c <= 0x218F
                || c >= 0x2C00 && c <= 0x2FEF
                || c >= 0x3001 && c <= 0xD7FF
                || c >= 0xF900 && c <= 0xFFFD && !(c >= 0xFDD0 && c <= 0xFDEF)
                || c >= 0x10000 && c <= 0xEFFFF;
    }

    static boolean continuesName(int c) {
        return startsName(c)
                || c >= '0' && c <= '9'
                || c == 0xB7
                || c >= 0x300 && c <= 0x36F
                || c >= 0x203F && c <= 0x2040
                || isWideDigit(c);
    }

    /** Characters that a known name may hold beside words. */
    static boolean joinsName(int c) {
        return c == '.' || c == '/' || c == '-' || c == '\'' || c == '\u2019' || c == '+' || c == '*';
    }

    static boolean isWideDigit(int c) {
        return c >= 0xFF10 && c <= 0xFF19;
    }

    static boolean isWidePunctuation(int c) {
        return c >= 0x3001 && c <= 0x3003
                || c >= 0x3008 && c <= 0x3020
                || c >= 0xFF01 && c <= 0xFF0F
                || c >= 0xFF1A && c <= 0xFF20
                || c >= 0xFF3B && c <= 0xFF40 && c != 0xFF3F
                || c >= 0xFF5B && c <= 0xFF65
                || c >= 0xFFE0 && c <= 0xFFE6;
    }

    static boolean isSpace(int c) {
        return c >= 0x09 && c <= 0x0D
                || c == 0x20
                || c == 0x85
                || c == 0xA0
                || c == 0x1680
                || c == 0x180E
                || c >= 0x2000 && c <= 0x200B
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000
                || c == 0xFEFF;
    }

    /** Where the word that begins at {@code start} ends; {@code start} itself if none begins there. */
    static int wordEnd(CharSequence text, int start) {
        int i = start;
        while (i < text.length()) {
            int c = Character.codePointAt(text, i);
            if (!(i == start ? startsName(c) : continuesName(c))) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** Where the run of digits and name characters that begins at {@code start} ends. */
    static int runEnd(CharSequence text, int start) {
        int i = start;
        while (i < text.length() && continuesName(Character.codePointAt(text, i))) {
            i += Character.charCount(Character.codePointAt(text, i));
        }
        return i;
    }

    static int skipSpace(CharSequence text, int start) {
        int i = start;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** One space between words, none beside other characters: how names are compared. */
    static String normalName(CharSequence name) {
        StringBuilder normal = new StringBuilder();
        for (int i = 0; i < name.length(); ) {
            int next = skipSpace(name, i);
            if (next == i) {
                normal.append(name.charAt(i++));
            } else {
                i = next;
                if (joinsWords(normal, name, i)) {
                    normal.append(' ');
                }
            }
        }
        return normal.toString();
    }

    private static boolean joinsWords(StringBuilder before, CharSequence name, int next) {
        return !before.isEmpty()
                && next < name.length()
                && !joinsName(before.charAt(before.length() - 1))
                && !joinsName(name.charAt(next));
    }
}
