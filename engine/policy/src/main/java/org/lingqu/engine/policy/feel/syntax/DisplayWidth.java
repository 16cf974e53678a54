package org.lingqu.engine.policy.feel.syntax;

/**
 * How many columns a character takes in a terminal with a fixed-width font: 2 for Chinese characters and full-width
 * forms, 0 for combining marks, else 1 (Unicode Standard Annex 11, classes W and F; ambiguous ones count 1).
 */
public final class DisplayWidth {

    /** Pairs of first and last wide code point, ascending. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3,
        0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680,
        0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
    };

    private DisplayWidth() {}

    static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /** Columns that a whole text takes. */
    public static int of(CharSequence text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }
}
