package org.lingqu.engine.text;

import java.util.Locale;

/** Why a repair was made. */
public enum RepairKind {
    /** A reading in Latin letters that a converter inserted after a character: {@code 创(chuàng)}. */
    PINYIN_GLOSS,
    /** Traditional characters written as simplified ones. */
    TRADITIONAL,
    /** Text decoded with the wrong charset somewhere on its way. */
    MOJIBAKE,
    /** A character that had gone missing. */
    LOST_CHARACTER,
    /** Full-width letters, digits and signs. */
    FULLWIDTH,
    /** Spaces inside numbers and words. */
    WHITESPACE;

    /** The code as printed. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
