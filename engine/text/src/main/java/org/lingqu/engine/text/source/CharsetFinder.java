package org.lingqu.engine.text.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charset of a page. Marks and forms that cannot be chance come first (byte order mark, UTF-16's zeros,
 * well-formed UTF-8); between the double-byte charsets the one wins that gives common Chinese characters; what the page
 * declares only breaks a tie.
 */
final class CharsetFinder {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final int SAMPLE = 128 << 10;
    private static final int HEAD = 4096;

    private final CommonCharacters common = CommonCharacters.load();

    DecodedText decode(byte[] bytes) {
        Charset utf16 = Utf16.find(bytes);
        if (utf16 != null) {
            return decode(bytes, hasMark(bytes, 0xfe, 0xff) || hasMark(bytes, 0xff, 0xfe) ? 2 : 0, utf16);
        }
        boolean marked = hasMark(bytes, 0xef, 0xbb, 0xbf);
        Utf8.Count utf8 = Utf8.count(bytes);
        if (utf8.fits()) {
            return decode(bytes, marked ? 3 : 0, StandardCharsets.UTF_8);
        }
        return decode(bytes, 0, doubleByte(bytes));
    }

    private static DecodedText decode(byte[] bytes, int skip, Charset charset) {
        String text = new String(bytes, skip, bytes.length - skip, charset);
        return new DecodedText(text, charset.equals(BIG5) ? "Big5" : charset.name());
    }

    private Charset doubleByte(byte[] bytes) {
        byte[] sample = bytes.length <= SAMPLE ? bytes : Arrays.copyOf(bytes, SAMPLE);
        Charset declared = declared(sample);
        var candidates = new ArrayList<>(List.of(GB18030, BIG5, StandardCharsets.UTF_8));
        if (declared != null && !candidates.contains(declared)) {
            candidates.add(declared);
        }
        Charset best = GB18030;
        int bestScore = Integer.MIN_VALUE;
        for (Charset candidate : candidates) {
            int score = common.score(decodeSample(sample, candidate)) + (candidate.equals(declared) ? 20 : 0);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        if (bestScore >= CommonCharacters.CHINESE) {
            return best;
        }
        Charset foreign = foreign(sample);
        return foreign == null ? best : foreign;
    }

    /** No Chinese charset gives Chinese: perhaps it is a page in another language. */
    private static @Nullable Charset foreign(byte[] sample) {
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        return match == null ? null : find(match.getName());
    }

    private static CharSequence decodeSample(byte[] sample, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try {
            return decoder.decode(ByteBuffer.wrap(sample));
        } catch (CharacterCodingException e) {
            return CharBuffer.allocate(0); // cannot happen while errors are replaced
        }
    }

    /** What the head of an HTML or XML page says of itself. */
    private static @Nullable Charset declared(byte[] sample) {
        String head = new String(sample, 0, Math.min(sample.length, HEAD), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int at = head.indexOf("charset=");
        at = at < 0 ? head.indexOf("encoding=") : at;
        if (at < 0) {
            return null;
        }
        int from = head.indexOf('=', at) + 1;
        while (from < head.length() && "\"' ".indexOf(head.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < head.length() && isNamePart(head.charAt(to))) {
            to++;
        }
        return find(head.substring(from, to));
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static @Nullable Charset find(String name) {
        if (name.equals("gb2312") || name.equals("gbk") || name.startsWith("gb_")) {
            return GB18030;
        }
        if (name.startsWith("big5")) {
            return BIG5;
        }
        try {
            return name.isEmpty() ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static boolean hasMark(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
