package org.lingqu.library.search;

import org.lingqu.engine.text.repair.SimpleCharacters;

/** Writing in which texts and queries meet: half-width, simplified, lower case. As long as before, so that places stay what they are. */
final class Fold {

    private static final char[] TABLE = new char[65536];

    static {
        for (int c = 0; c < TABLE.length; c++) {
            TABLE[c] = folded((char) c);
        }
    }

    private Fold() {}

    static String fold(String text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = TABLE[text.charAt(i)];
        }
        return new String(folded);
    }

    private static char folded(char c) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        char half = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c == '\u3000' || c == '\u00a0' ? ' ' : c;
        return Character.toLowerCase(SimpleCharacters.of(half));
    }

    /** Letters and digits that are written with spaces between words. */
    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    static boolean isHan(char c) {
        return (c >= '\u3400' && c <= '\u9fff') || Character.isSurrogate(c) || c == '\u3007';
    }
}
