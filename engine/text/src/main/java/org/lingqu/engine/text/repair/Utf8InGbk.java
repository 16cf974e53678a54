package org.lingqu.engine.text.repair;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 that was read as GBK, from some place on, as far as its bytes hold. Where the wrong decoder met a byte it could not pair, a
 * question mark stands; the character it belonged to becomes U+FFFD and reading goes on after it.
 *
 * @param end UTF-16 index after the last unit whose bytes were used
 * @param words what the bytes say
 */
record Utf8InGbk(int end, String words) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** What was read wrongly from a place on; null when its bytes are no UTF-8. */
    static @Nullable Utf8InGbk at(String text, int start, int limit) {
        var walk = new Walk(limit - start);
        int i = start;
        while (i < limit) {
            char c = text.charAt(i);
            int units = Character.isHighSurrogate(c) && i + 1 < limit ? 2 : 1;
            if (c == '?' && walk.atStart() && !continuesAfter(text, i + 1, limit)) {
                break; // a question mark that is one
            }
            boolean goesOn = isLoss(c) ? walk.lose() : walk.take(bytes(text, i, units));
            if (!goesOn) {
                break;
            }
            i += units;
            walk.note(i);
        }
        return walk.end == 0 ? null : new Utf8InGbk(walk.end, walk.words());
    }

    /** Browsers show the byte 80, which begins nothing in GBK, as a euro sign. */
    private static byte[] bytes(String text, int start, int units) {
        return text.charAt(start) == '€'
                ? new byte[] {(byte) 0x80}
                : text.substring(start, start + units).getBytes(GB18030);
    }

    private static boolean continuesAfter(String text, int at, int limit) {
        if (at >= limit || text.charAt(at) < 0x80) {
            return false;
        }
        int first = bytes(text, at, 1)[0] & 0xff;
        return first >= 0x80 && first <= 0xbf;
    }

    private static boolean isLoss(char c) {
        return c == '?' || c == '\ufffd';
    }

    /** Bytes taken so far, and how many are whole characters. */
    private static final class Walk {

        private static final byte[] LOST = "\ufffd".getBytes(StandardCharsets.UTF_8);

        private byte[] bytes;
        private int length;
        private int whole;
        private int wanted;
        private int leftover;
        private boolean marked;
        private int end;

        Walk(int units) {
            bytes = new byte[Math.max(16, units * 3)];
        }

        boolean take(byte[] next) {
            for (byte b : next) {
                int value = b & 0xff;
                boolean continues = value >= 0x80 && value <= 0xbf;
                if (wanted == 0 && leftover > 0 && continues) {
                    leftover--; // the rest of a character of which a byte is gone
                    mark();
                } else if (wanted > 0 ? continues : startsCharacter(value)) {
                    leftover = 0;
                    wanted = wanted > 0 ? wanted - 1 : following(value);
                    put(b);
                } else {
                    return false;
                }
            }
            return true;
        }

        /** A byte is missing: the character under way is lost, or the one whose first byte it was. */
        boolean lose() {
            leftover = wanted > 0 ? wanted - 1 : 2;
            marked = false;
            if (wanted == 0) {
                return whole > 0;
            }
            length = whole;
            wanted = 0;
            mark();
            return true;
        }

        private void mark() {
            if (!marked) {
                marked = true;
                for (byte b : LOST) {
                    put(b);
                }
            }
        }

        private void put(byte b) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, length * 2);
            }
            bytes[length++] = b;
            if (wanted == 0) {
                whole = length;
            }
        }

        boolean atStart() {
            return wanted == 0;
        }

        void note(int index) {
            if (wanted == 0) {
                end = index;
            }
        }

        String words() {
            return new String(bytes, 0, whole, StandardCharsets.UTF_8);
        }

        private static boolean startsCharacter(int value) {
            return value < 0x80 || (value >= 0xc2 && value <= 0xf4);
        }

        private static int following(int value) {
            return value < 0x80 ? 0 : value < 0xe0 ? 1 : value < 0xf0 ? 2 : 3;
        }
    }
}
