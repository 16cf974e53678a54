package org.lingqu.engine.policy.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.lingqu.engine.policy.Phrase;

/** The known word nearest to one that is not known. */
public final class DidYouMean {

    /** Longer words are not compared: the distance costs the product of the lengths. */
    private static final int LONGEST = 60;

    private DidYouMean() {}

    /** {@code 。是不是「…」？} and {@code  Did you mean "…"?}, to stand behind a sentence; or nothing when no word is near. */
    public static Phrase advice(String seen, Collection<String> known) {
        return nearest(seen, known).map(DidYouMean::meant).orElse(Phrase.NOTHING);
    }

    /** The same of a word that is known to be meant. */
    public static Phrase meant(String word) {
        return Phrase.of("。是不是「{0}」？", " Did you mean \"{0}\"?", word);
    }

    /** The nearest word, if at most a third of its characters (at least one) differ, or one holds the other. */
    public static Optional<String> nearest(String seen, Collection<String> known) {
        if (seen.isEmpty() || seen.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(word -> word.length() <= LONGEST && distance(seen, word) <= allowed(seen, word))
                .min(Comparator.comparingInt((String word) -> distance(seen, word))
                        .thenComparing(word -> word));
    }

    private static int allowed(String seen, String word) {
        boolean within = seen.length() > 1 && (word.contains(seen) || seen.contains(word));
        int longer = Math.max(seen.length(), word.length());
        return within ? longer : Math.max(1, longer / 3);
    }

    /** Levenshtein's distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
