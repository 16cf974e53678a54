package org.lingqu.engine.text.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Recognises UTF-16, with and without a byte order mark. */
final class Utf16 {

    private static final int SAMPLE = 64 << 10;

    private Utf16() {}

    static boolean isLikely(byte[] bytes) {
        return find(bytes) != null;
    }

    /** The byte order, or null when it is no UTF-16. */
    static @Nullable Charset find(byte[] bytes) {
        if (bytes.length >= 2) {
            int mark = unit(bytes, 0, true);
            if (mark == 0xfeff) {
                return StandardCharsets.UTF_16BE;
            }
            if (mark == 0xfffe) {
                return StandardCharsets.UTF_16LE;
            }
        }
        int sample = Math.min(bytes.length, SAMPLE) & ~1;
        int zeros = 0;
        for (int i = 0; i < sample; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        // line ends, digits and tags put a zero beside them, and no other charset of Chinese pages has any
        if (zeros == 0 || zeros * 2000L < sample) {
            return null;
        }
        if (plausible(bytes, sample, false)) {
            return StandardCharsets.UTF_16LE;
        }
        return plausible(bytes, sample, true) ? StandardCharsets.UTF_16BE : null;
    }

    /** Nine units in ten are what Chinese pages are made of. */
    private static boolean plausible(byte[] bytes, int sample, boolean bigEndian) {
        int good = 0;
        for (int i = 0; i + 1 < sample; i += 2) {
            int unit = unit(bytes, i, bigEndian);
            if ((unit >= 0x20 && unit < 0x7f)
                    || unit == '\n'
                    || unit == '\r'
                    || unit == '\t'
                    || unit == 0xa0
                    || (unit >= 0x2010 && unit <= 0x2027)
                    || (unit >= 0x3000 && unit <= 0x303f)
                    || (unit >= 0x4e00 && unit <= 0x9fff)
                    || (unit >= 0xff00 && unit <= 0xffef)) {
                good++;
            }
        }
        return good * 20L >= sample * 9L;
    }

    private static int unit(byte[] bytes, int at, boolean bigEndian) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }
}
