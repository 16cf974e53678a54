package org.lingqu.engine.text.source;

import java.nio.charset.StandardCharsets;

/** What the first bytes of a file are. */
enum Container {
    TEXT,
    DOCX,
    PDF,
    OTHER_ZIP,
    BINARY;

    private static final int SAMPLE = 64 << 10;
    private static final byte[] WORD_PART = "word/document".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PDF_HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    static Container of(byte[] bytes) {
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return contains(bytes, bytes.length, WORD_PART) ? DOCX : OTHER_ZIP;
        }
        if (contains(bytes, 1024, PDF_HEADER)) {
            return PDF;
        }
        return isBinary(bytes) ? BINARY : TEXT;
    }

    /** Control characters that no text has, more than one in fifty, and no UTF-16 either. */
    private static boolean isBinary(byte[] bytes) {
        int sample = Math.min(bytes.length, SAMPLE);
        int control = 0;
        for (int i = 0; i < sample; i++) {
            int b = bytes[i];
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b) {
                control++;
            }
        }
        return control * 50L > sample && !Utf16.isLikely(bytes);
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] bytes, int within, byte[] wanted) {
        int last = Math.min(bytes.length, within) - wanted.length;
        for (int i = 0; i <= last; i++) {
            if (bytes[i] == wanted[0] && matches(bytes, i, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
