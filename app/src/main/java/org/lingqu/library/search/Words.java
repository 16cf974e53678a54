package org.lingqu.library.search;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts Chinese into words. Only queries and titles are cut; texts are found by their characters. */
final class Words {

    private static final int LONGEST = 12;
    private static final int MOST_IN_A_ROW = 4;
    private static final int REMEMBERED = 20_000;

    private final Segment segment = HanLP.newSegment()
            .enableAllNamedEntityRecognize(false)
            .enableCustomDictionary(false)
            .enableIndexMode(false);

    /** Titles of statements repeat by the thousand. */
    private final Map<String, List<String>> remembered = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The words of a folded text in order; characters that stand alone side by side are one word, 奖补. Without punctuation. */
    List<String> cut(String folded) {
        var words = new ArrayList<String>();
        var loose = new StringBuilder();
        for (Term term : segment.seg(folded)) {
            String word = term.word;
            if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
                flush(loose, words);
            } else if (word.codePointCount(0, word.length()) == 1 && Fold.isHan(word.charAt(0))) {
                loose.append(word);
            } else {
                flush(loose, words);
                words.add(word);
            }
        }
        flush(loose, words);
        return words;
    }

    private static void flush(StringBuilder loose, List<String> words) {
        if (!loose.isEmpty()) {
            words.add(loose.toString());
            loose.setLength(0);
        }
    }

    /** Words and runs of neighbouring words that somebody may look for, of a folded title. */
    List<String> phrases(String folded) {
        synchronized (remembered) {
            List<String> known = remembered.get(folded);
            if (known != null) {
                return known;
            }
        }
        Set<String> phrases = new LinkedHashSet<>();
        for (String part : folded.split("[^\\p{L}\\p{N}]+", -1)) {
            List<String> words = cut(part);
            for (int i = 0; i < words.size(); i++) {
                var phrase = new StringBuilder();
                for (int k = i; k < Math.min(words.size(), i + MOST_IN_A_ROW); k++) {
                    phrase.append(words.get(k));
                    if (phrase.length() >= 2 && phrase.length() <= LONGEST) {
                        phrases.add(phrase.toString());
                    }
                }
            }
        }
        List<String> result = List.copyOf(phrases);
        synchronized (remembered) {
            remembered.put(folded, result);
        }
        return result;
    }
}
