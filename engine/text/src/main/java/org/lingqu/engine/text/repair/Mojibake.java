package org.lingqu.engine.text.repair;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.RepairKind;

/**
 * Runs of text that were decoded with the wrong charset on their way: UTF-8 read as GBK ({@code 鍥藉}), UTF-8 or GBK read as
 * Latin-1 or windows-1252 ({@code å›½}, {@code ÖÐ¹ú}), also twice over. A run is turned back only when its bytes are
 * valid in the other charset and give common characters.
 */
final class Mojibake {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int MOST_ROUNDS = 3;

    private Mojibake() {}

    static List<Edit> edits(String text) {
        var edits = new ArrayList<Edit>();
        int i = 0;
        while (i < text.length()) {
            int end = runEnd(text, i);
            if (end > i) {
                run(text, i, end, edits);
            }
            i = Math.max(end, i + 1);
        }
        return edits;
    }

    private static void run(String text, int start, int end, List<Edit> edits) {
        String whole = back(text.substring(start, end), MOST_ROUNDS);
        if (whole != null) {
            edits.add(edit(start, end, whole));
            return;
        }
        int i = start;
        while (i < end) {
            Utf8InGbk part = CharClass.is(text.charAt(i), CharClass.STRANGE) ? Utf8InGbk.at(text, i, end) : null;
            if (part != null && part.words().length() > 1 && isGood(part.words())) {
                edits.add(edit(i, part.end(), part.words()));
            }
            i = part == null ? i + 1 : part.end();
        }
    }

    private static Edit edit(int start, int end, String words) {
        return new Edit(start, end, words, RepairKind.MOJIBAKE, words.indexOf('\ufffd') < 0);
    }

    /** Where a run with something strange in it ends; {@code start} when none begins there. */
    private static int runEnd(String text, int start) {
        if (!inRun(text.charAt(start))) {
            return start;
        }
        boolean western = isWestern(text.charAt(start));
        int end = start;
        boolean strange = false;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean inside = western ? isWestern(c) : inRun(c) && (!isWestern(c) || isShared(c));
            boolean joint =
                    end > start && (c == '?' || (isJoint(c) && end + 1 < text.length() && strangeSoon(text, end + 1)));
            if (!inside && !joint) {
                break;
            }
            strange |= CharClass.is(c, CharClass.STRANGE);
            end++;
        }
        while (end > start && text.charAt(end - 1) < 0x80 && text.charAt(end - 1) != '?') {
            end--;
        }
        return strange ? end : start;
    }

    private static boolean strangeSoon(String text, int from) {
        return inRun(text.charAt(from)) && CharClass.is(text.charAt(from), CharClass.STRANGE);
    }

    private static boolean inRun(char c) {
        return c >= 0x80;
    }

    /** ASCII that stands inside such runs: digits and signs of the original, and the question marks of lost bytes. */
    private static boolean isJoint(char c) {
        return c >= ' ' && c < 0x7f;
    }

    private static boolean isShared(char c) {
        return c == '·' || c == '×' || c == '°' || c == '±' || c == '§' || c == '¤' || c == '÷' || c == '¨';
    }

    private static boolean isWestern(char c) {
        return (c >= 0x80 && c < 0x180) || c == 'ƒ' || c == 'ˆ' || c == '˜' || "‚„…†‡‰‹‘’“”•–—›€™Šš".indexOf(c) >= 0;
    }

    private static @Nullable String back(String run, int rounds) {
        String best = null;
        String words = run;
        for (int round = 0; round < rounds; round++) {
            String next = once(words);
            if (next == null) {
                break;
            }
            words = next;
            if (isGood(words)) {
                best = words;
            }
        }
        return best;
    }

    /** One wrong decoding undone; null when no pair of charsets explains the run. */
    private static @Nullable String once(String run) {
        if (run.chars().anyMatch(c -> c > 0x2200)) {
            Utf8InGbk all = Utf8InGbk.at(run, 0, run.length());
            return all != null && all.end() == run.length() ? all.words() : null;
        }
        byte[] bytes = western(run);
        if (bytes == null) {
            return null;
        }
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8 != null && utf8.length() < run.length()) {
            return utf8;
        }
        return run.length() >= 4 ? strict(bytes, GB18030) : null;
    }

    private static byte @Nullable [] western(String run) {
        var bytes = new byte[run.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = run.charAt(i);
            if (c < 0x100) {
                bytes[i] = (byte) c;
            } else {
                byte[] one = String.valueOf(c).getBytes(WINDOWS_1252);
                if (one.length != 1 || one[0] == '?') {
                    return null;
                }
                bytes[i] = one[0];
            }
        }
        return bytes;
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer decoded = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return decoded.toString();
        } catch (CharacterCodingException e) {
            return null; // these bytes are not of that charset, which is an answer
        }
    }

    /** Whether nearly all of it is what Chinese pages are made of. */
    private static boolean isGood(String words) {
        int han = 0;
        int good = 0;
        int lost = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            lost += c == '\ufffd' ? 1 : 0;
            boolean common = CharClass.is(c, CharClass.COMMON) || CharClass.is(c, CharClass.TRADITIONAL);
            han += common ? 1 : 0;
            boolean sign =
                    (c >= '\u3000' && c <= '\u303f') || (c >= '\uff00' && c <= '\uffef') || "“”‘’—…·".indexOf(c) >= 0;
            good += common || sign || c < 0x80 || CharClass.is(c, CharClass.GB2312) ? 1 : 0;
        }
        int rest = words.length() - lost;
        return han > 0 && lost <= rest && good * 20 >= rest * 15 && han * 3 >= words.length();
    }
}
