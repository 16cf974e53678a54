package org.lingqu.engine.text.mention;

import java.util.List;

/** Blanks titles out, so that their words are not taken for the sentence's. */
final class Mask {

    /** Stands for one blanked character. */
    static final char BLANK = '□';

    private Mask() {}

    /** The same length; brackets behind a title that hold its number or a short name are blanked too. */
    static String over(String text, List<Bracketed> titles) {
        char[] masked = text.toCharArray();
        for (Bracketed title : titles) {
            TitleTail tail = TitleTail.after(text, title.end());
            boolean telling = tail.number() != null || !tail.aliases().isEmpty();
            for (int i = title.start(); i < (telling ? tail.end() : title.end()); i++) {
                masked[i] = BLANK;
            }
        }
        return new String(masked);
    }
}
