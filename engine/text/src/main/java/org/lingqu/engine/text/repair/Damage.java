package org.lingqu.engine.text.repair;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.WarningCode;
import org.lingqu.engine.text.trace.TracedText;

/** Finds what no repair could bring back: replacement characters, 锟斤拷, remains of wrong decoding. */
final class Damage {

    /** Damage that is at most this many characters apart is told as one. */
    private static final int TOGETHER = 8;

    private Damage() {}

    static List<Warning> of(TracedText line) {
        String text = line.toString();
        var warnings = new ArrayList<Warning>();
        int start = -1;
        int last = 0;
        for (int i = 0; i <= text.length(); i++) {
            int length = i < text.length() ? damageAt(text, i) : 0;
            if (start >= 0 && (i == text.length() || (length > 0 && i - last > TOGETHER))) {
                warnings.add(warning(line, start, last));
                start = -1;
            }
            if (length > 0) {
                start = start < 0 ? i : start;
                last = i + length;
                i = last - 1;
            }
        }
        return warnings;
    }

    private static Warning warning(TracedText line, int start, int end) {
        return new Warning(WarningCode.GARBLED, line.span(start, end), "此处文字已损坏，无法可靠还原，请核对原页");
    }

    /** How many units of damage begin at a place. */
    private static int damageAt(String text, int at) {
        char c = text.charAt(at);
        if (c == '\ufffd') {
            return 1;
        }
        if (!CharClass.is(c, CharClass.STRANGE)) {
            return text.startsWith("斤拷", at) ? 2 : 0;
        }
        if (c == '锟' || c == '烫' || c == '屯') {
            return text.startsWith("锟斤拷", at) ? 3 : repeats(text, at);
        }
        int end = at;
        while (end < text.length() && CharClass.is(text.charAt(end), CharClass.STRANGE)) {
            end++;
        }
        return end - at >= (c < 0x100 ? 4 : 3) ? end - at : 0;
    }

    private static int repeats(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == text.charAt(at)) {
            end++;
        }
        return end - at >= 3 ? end - at : 0;
    }
}
