package org.lingqu.engine.text.repair;

import java.util.List;
import org.lingqu.engine.text.Script;

/** Tells in which script a page is written. */
final class Scripts {

    /** Fewer characters of the other script than one in this many are quoted names and slips. */
    private static final int SLIPS = 12;

    private Scripts() {}

    static Script of(List<String> lines) {
        int traditional = 0;
        int simplified = 0;
        for (String text : lines) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (CharClass.is(c, CharClass.TRADITIONAL) && !CharClass.is(c, CharClass.GB2312)) {
                    traditional++;
                } else if (CharClass.is(c, CharClass.ONLY_SIMPLIFIED)) {
                    simplified++;
                }
            }
        }
        if (traditional * SLIPS <= simplified || traditional + simplified == 0) {
            return Script.HANS;
        }
        return simplified * SLIPS <= traditional ? Script.HANT : Script.MIXED;
    }
}
