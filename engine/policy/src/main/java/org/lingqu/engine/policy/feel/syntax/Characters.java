package org.lingqu.engine.policy.feel.syntax;

/**
 * Which characters make up names (DMN 1.5, 10.3.1.2, rules 28 to 30). Chinese and full-width punctuation, which the
 * standard's ranges happen to include, is left out: {@code 收入（万元）} is a slip, not a name.
 */
final class Characters {

    private Characters() {}

    private static boolean in(int c, int first, int last) {
        return c >= first && c <= last;
    }

    static boolean startsName(int c) {
        if (c < 0x80) {
            return in(c, 'a', 'z') || in(c, 'A', 'Z') || c == '_';
        }
        return !isWidePunctuation(c) && !isWideDigit(c) && inStandardRange(c);
    }

    private static boolean inStandardRange(int c) {
        return in(c, 0xC0, 0xD6)
                || in(c, 0xD8, 0xF6)
                || in(c, 0xF8, 0x2FF)
                || in(c, 0x370, 0x37D)
                || in(c, 0x37F, 0x1FFF)
                || in(c, 0x200C, 0x200D)
                || in(c, 0x2070, 0x218F)
                || in(c, 0x2C00, 0x2FEF)
                || in(c, 0x3001, 0xD7FF)
                || in(c, 0xF900, 0xFDCF)
                || in(c, 0xFDF0, 0xFFFD)
                || in(c, 0x10000, 0xEFFFF);
    }

    static boolean continuesName(int c) {
        return startsName(c)
                || in(c, '0', '9')
                || c == 0xB7
                || in(c, 0x300, 0x36F)
                || in(c, 0x203F, 0x2040)
                || isWideDigit(c);
    }

    /** Characters that a known name may hold beside words. */
    static boolean joinsName(int c) {
        return c == '.' || c == '/' || c == '-' || c == '\'' || c == '\u2019' || c == '+' || c == '*';
    }

    static boolean isWideDigit(int c) {
        return in(c, 0xFF10, 0xFF19);
    }

    static boolean isWidePunctuation(int c) {
        return in(c, 0x3001, 0x3003)
                || in(c, 0x3008, 0x3020)
                || in(c, 0xFF01, 0xFF0F)
                || in(c, 0xFF1A, 0xFF20)
                || in(c, 0xFF3B, 0xFF3E)
                || c == 0xFF40
                || in(c, 0xFF5B, 0xFF65)
                || in(c, 0xFFE0, 0xFFE6);
    }

    static boolean isSpace(int c) {
        return in(c, 0x09, 0x0D)
                || c == 0x20
                || c == 0x85
                || c == 0xA0
                || c == 0x1680
                || c == 0x180E
                || in(c, 0x2000, 0x200B)
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
