package org.lingqu.registry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Words that many rows share, by number. */
final class SharedWords {

    /** The number of a word that no row has. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** The number of a word, which it gets where it has none; -1 for no word. */
    int number(@Nullable String word) {
        if (word == null) {
            return -1;
        }
        Integer known = numbers.get(word);
        if (known == null) {
            known = words.size();
            numbers.put(word, known);
            words.add(word);
        }
        return known;
    }

    /** The number that a word has; {@link #UNKNOWN} where it has none. */
    int known(String word) {
        return numbers.getOrDefault(word, UNKNOWN);
    }

    /** How many there are. */
    int size() {
        return words.size();
    }

    /** Numbers of the words that begin so. */
    BitSet beginning(String prefix) {
        var found = new BitSet();
        for (int i = 0; i < words.size(); i++) {
            found.set(i, words.get(i).startsWith(prefix));
        }
        return found;
    }

    /** The words with how often each occurs, most often first; those that do not occur are left out. */
    Map<String, Integer> counted(int[] counts) {
        var sorted = new LinkedHashMap<String, Integer>();
        IntStream.range(0, counts.length)
                .filter(number -> counts[number] > 0)
                .boxed()
                .sorted((one, other) -> counts[one] != counts[other]
                        ? Integer.compare(counts[other], counts[one])
                        : words.get(one).compareTo(words.get(other)))
                .forEach(number -> sorted.put(words.get(number), counts[number]));
        return sorted;
    }
}
