package org.lingqu.engine.text.repair;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the character that stood before a reading. It is restored only where the words around allow exactly one
 * answer, by the dictionary or by the rest of the page; otherwise {@link #OPEN} stands in its place.
 *
 * <p>A common converter works on the bytes of GBK and takes the last byte of one character and the first of the next
 * for a character of its own: 要務 (D2AA 84D5) holds AA84, 獎, and becomes {@code 要?jiǎng)?wù)}. That the bytes of the answer
 * and of its neighbour meet in a character with the first reading narrows the choice.
 */
final class LostCharacters {

    /** What stands where no answer was found. */
    static final String OPEN = "□";

    /** Restores nothing. */
    static final LostCharacters NONE = new LostCharacters(() -> "");

    private static final Charset GBK = Charset.forName("GBK");
    private static final int LONGEST_WORD = 5;
    /** One answer is as good as alone when the next is this many times rarer. */
    private static final int FAR_AHEAD = 30;

    private static final int LONGEST_NEIGHBOURS = 3;
    private static final int MOST = 50;

    private final Supplier<String> page;
    private final Readings readings = Readings.standard();
    private final Simplifier simplifier = Simplifier.standard();
    private final Map<String, Integer> neighbours = new HashMap<>();

    /** @param page the words of the page, simplified, without glosses; asked for only when something is lost */
    LostCharacters(Supplier<String> page) {
        this.page = page;
    }

    /** The character read so that stood at {@code [start, end)}. */
    String between(String text, int start, String syllable, int end) {
        String answer = only(candidates(syllable), text, start, end);
        return answer == null ? OPEN : answer;
    }

    /**
     * The one character that a converter tore in two, leaving two readings.
     *
     * @return null when no character explains both
     */
    @Nullable String torn(String text, int start, String first, String second, int end) {
        if (start == 0) {
            return null;
        }
        byte[] before = text.substring(start - 1, start).getBytes(GBK);
        if (before.length != 2) {
            return null;
        }
        var fitting = new LinkedHashSet<Character>();
        CharSequence all = readings.characters(second);
        for (int i = 0; i < all.length(); i++) {
            byte[] own = String.valueOf(all.charAt(i)).getBytes(GBK);
            if (own.length == 2 && meet(before[1], own[0], first)) {
                fitting.add(simplifier.simple(all.charAt(i)));
            }
        }
        return fitting.isEmpty() ? null : only(fitting, text, start, end);
    }

    private boolean meet(byte last, byte next, String reading) {
        String met = new String(new byte[] {last, next}, GBK);
        return met.length() == 1 && readings.reads(met.charAt(0), reading);
    }

    private Set<Character> candidates(String syllable) {
        var candidates = new LinkedHashSet<Character>();
        CharSequence all = readings.characters(syllable);
        for (int i = 0; i < all.length(); i++) {
            char simple = simplifier.simple(all.charAt(i));
            if (CharClass.is(simple, CharClass.GB2312)) {
                candidates.add(simple);
            }
        }
        return candidates;
    }

    private @Nullable String only(Set<Character> candidates, String text, int start, int end) {
        String left = near(text, start, -1);
        String right = near(text, end, 1);
        char best = 0;
        long bestSupport = 0;
        long nextSupport = 0;
        for (char candidate : candidates) {
            long support = support(left, candidate, right);
            if (support > bestSupport) {
                nextSupport = bestSupport;
                bestSupport = support;
                best = candidate;
            } else {
                nextSupport = Math.max(nextSupport, support);
            }
        }
        boolean alone = bestSupport > 0 && nextSupport * FAR_AHEAD <= bestSupport;
        return alone ? String.valueOf(best) : null;
    }

    /** The Han characters beside a place, glosses between them left out; as many as a word is long. */
    private String near(String text, int from, int step) {
        var found = new StringBuilder();
        int i = step < 0 ? from - 1 : from;
        int depth = 0;
        while (i >= 0 && i < text.length() && found.length() < LONGEST_WORD - 1 && Math.abs(i - from) < 60) {
            char c = text.charAt(i);
            if (CharClass.isHan(c)) {
                found.append(simplifier.simple(c));
            } else if (c == '(' || c == ')' || c == '（' || c == '）') {
                depth++;
            } else if (depth == 0 || !(Character.isLetter(c) && c < 0x300)) {
                break;
            }
            i += step;
        }
        return step < 0 ? found.reverse().toString() : found.toString();
    }

    /** How well the words around know a candidate: dictionary words that hold it, longer ones more, and the page's own. */
    private long support(String left, char candidate, String right) {
        String whole = left + candidate + right;
        int at = left.length();
        long sum = 0;
        for (int length = 2; length <= LONGEST_WORD; length++) {
            for (int start = Math.max(0, at - length + 1); start <= at && start + length <= whole.length(); start++) {
                String word = whole.substring(start, start + length);
                long weight = length == 2 ? 1 : length == 3 ? 20 : 400;
                var known = CoreDictionary.get(word);
                sum += known == null ? 0 : weight * (1 + known.totalFrequency);
                sum += weight * 20 * onPage(word);
            }
        }
        return sum;
    }

    private int onPage(String word) {
        if (word.length() > LONGEST_NEIGHBOURS) {
            return 0;
        }
        if (neighbours.isEmpty()) {
            count(page.get());
        }
        return Math.min(MOST, neighbours.getOrDefault(word, 0));
    }

    private void count(String words) {
        neighbours.put("", 0);
        for (int i = 0; i < words.length(); i++) {
            for (int end = i + 2; end <= Math.min(words.length(), i + LONGEST_NEIGHBOURS); end++) {
                neighbours.merge(words.substring(i, end), 1, Integer::sum);
            }
        }
    }
}
