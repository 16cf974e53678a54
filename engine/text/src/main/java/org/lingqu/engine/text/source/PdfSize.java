package org.lingqu.engine.text.source;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Measures what the streams of a PDF unpack to without keeping any of it. */
final class PdfSize {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private PdfSize() {}

    static void check(byte[] bytes, Limits limits) throws UnreadablePage {
        long unpacked = 0;
        byte[] sink = new byte[1 << 16];
        int i = 0;
        while (i + STREAM.length < bytes.length) {
            if (bytes[i] != 's' || !isStream(bytes, i)) {
                i++;
                continue;
            }
            int start = i + STREAM.length;
            while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            if (start + 1 < bytes.length && isZlib(bytes, start)) {
                var inflater = new Inflater();
                try {
                    inflater.setInput(bytes, start, bytes.length - start);
                    unpacked = inflate(inflater, sink, unpacked, limits);
                    i = start + (int) Math.min(inflater.getBytesRead(), bytes.length - start);
                } finally {
                    inflater.end();
                }
            }
            i = Math.max(i, start);
        }
    }

    private static long inflate(Inflater inflater, byte[] sink, long before, Limits limits) throws UnreadablePage {
        long unpacked = before;
        try {
            for (int n = inflater.inflate(sink); n > 0; n = inflater.inflate(sink)) {
                unpacked += n;
                limits.checkUnpacked(unpacked);
            }
        } catch (DataFormatException e) {
            return unpacked; // a broken stream ends here for every reader
        }
        return unpacked;
    }

    private static boolean isStream(byte[] bytes, int at) {
        for (int k = 1; k < STREAM.length; k++) {
            if (bytes[at + k] != STREAM[k]) {
                return false;
            }
        }
        byte next = bytes[at + STREAM.length];
        return (next == '\r' || next == '\n') && (at < 3 || bytes[at - 1] != 'd');
    }

    private static boolean isZlib(byte[] bytes, int at) {
        int method = bytes[at] & 0xff;
        int flags = bytes[at + 1] & 0xff;
        return (method & 0x0f) == 8 && (method << 8 | flags) % 31 == 0;
    }
}
