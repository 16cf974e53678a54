package org.lingqu.engine.text.source;

/** Whether bytes are UTF-8, counted rather than answered by yes or no: saved pages have broken ends and middles. */
final class Utf8 {

    /** Characters of two and more bytes, and bytes that belong to none. */
    record Count(int multiByte, int broken) {

        /** So much of it fits that it cannot be chance. */
        boolean fits() {
            return broken == 0 || multiByte >= 20L * broken;
        }
    }

    private Utf8() {}

    static Count count(byte[] bytes) {
        int good = 0;
        int broken = 0;
        int i = 0;
        while (i < bytes.length) {
            int length = bytes[i] >= 0 ? 1 : sequence(bytes, i);
            if (length == 0) {
                broken++;
                i++;
            } else {
                good += length > 1 ? 1 : 0;
                i += length;
            }
        }
        return new Count(good, broken);
    }

    /** Length of the well-formed sequence that begins here, 0 when there is none. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((bytes[at + k] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xff;
        boolean overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
        boolean outside = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
        return overlong || outside ? 0 : length;
    }
}
