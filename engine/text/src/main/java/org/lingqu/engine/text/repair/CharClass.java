package org.lingqu.engine.text.repair;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** What may be wrong with a character, looked up in one table so that text that needs nothing costs next to nothing. */
final class CharClass {

    static final int TRADITIONAL = 1;
    static final int FULLWIDTH = 2;
    /** A full-width letter or digit, or a sign that may belong to a number. */
    static final int FULLWIDTH_WORD = 512;

    static final int SPACE = 4;
    static final int INVISIBLE = 8;
    /** Seldom in good text, always in text that was decoded with the wrong charset. */
    static final int STRANGE = 16;
    /** A letter that only readings have. */
    static final int MARKED = 32;
    /** A common Han character: level 1 of GB 2312. */
    static final int COMMON = 64;
    /** In GB 2312 at all. */
    static final int GB2312 = 128;
    /** Simplified, and no character of traditional script: not in Big5. */
    static final int ONLY_SIMPLIFIED = 256;

    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final int[] TABLE = table();

    private CharClass() {}

    static boolean is(char c, int what) {
        return (TABLE[c] & what) != 0;
    }

    /** Everything that is noted of any character of a text. */
    static int of(CharSequence text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            all |= TABLE[text.charAt(i)];
        }
        return all;
    }

    static boolean isHan(char c) {
        return (c >= '\u4e00' && c <= '\u9fff') || (c >= '\u3400' && c <= '\u4dbf') || c == '〇';
    }

    static boolean isHanOrSign(char c) {
        return isHan(c) || (c >= '\u3000' && c <= '\u303f') || (c >= '\uff00' && c <= '\uffef') || c == '“' || c == '”';
    }

    private static int[] table() {
        var table = new int[65536];
        noteHan(table);
        for (char c = '！'; c <= '～'; c++) {
            table[c] |= FULLWIDTH;
            table[c] |= Character.isLetterOrDigit(c) || "％．＋－／＝＠＆＃＿".indexOf(c) >= 0 ? FULLWIDTH_WORD : 0;
        }
        for (char c :
                " \t\u00a0\u3000\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f".toCharArray()) {
            table[c] |= SPACE;
        }
        for (char c : "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e".toCharArray()) {
            table[c] |= INVISIBLE;
        }
        for (char c = '\u0080'; c <= '\u00ff'; c++) {
            table[c] |= c == '\u00ad' || c == '\u00a0' || c == '·' || c == '×' || c == '°' || c == '±' ? 0 : STRANGE;
        }
        for (char c = '\ue000'; c < '\uf900'; c++) {
            table[c] |= STRANGE;
        }
        table['\ufffd'] |= STRANGE;
        table['锟'] |= STRANGE;
        table['烫'] |= STRANGE;
        table['屯'] |= STRANGE;
        for (char c = '\u00c0'; c < '\u0300'; c++) {
            table[c] |= Syllable.isMarked(c) ? MARKED : 0;
        }
        return table;
    }

    private static void noteHan(int[] table) {
        var gbk = GBK.newEncoder();
        var big5 = BIG5.newEncoder();
        var one = new char[1];
        for (char c = '\u3400'; c <= '\u9fff'; c++) {
            one[0] = c;
            if (gbk.canEncode(c)) {
                try {
                    var bytes = gbk.encode(CharBuffer.wrap(one));
                    int first = bytes.get() & 0xff;
                    int second = bytes.get() & 0xff;
                    table[c] |= gbkClass(first, second);
                } catch (CharacterCodingException e) {
                    throw new IllegalStateException("an encoder refused what it said it can encode", e);
                }
            }
            boolean converts = Simplifier.standard().simple(c) != c;
            if (converts) {
                table[c] |= TRADITIONAL;
            } else if ((table[c] & GB2312) != 0 && !big5.canEncode(c)) {
                table[c] |= ONLY_SIMPLIFIED;
            }
        }
    }

    private static int gbkClass(int first, int second) {
        int is = 0;
        if (first >= 0xa1 && first <= 0xf7 && second >= 0xa1) {
            is |= GB2312;
        }
        if (first >= 0xb0 && first <= 0xd7 && second >= 0xa1) {
            is |= COMMON;
        }
        // the first two bytes of a Han character in UTF-8, read as one of GBK
        if (first >= 0xe4 && first <= 0xe9 && second >= 0x80 && second <= 0xbf) {
            is |= STRANGE;
        }
        return is;
    }
}
