package org.lingqu.text.lexicon;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words and what is known of each, found where a text has them. Immutable once made and safe for use by many threads. */
public final class WordMap<V> {

    private final Map<String, V> words;
    private final BitSet first = new BitSet();
    private final BitSet last = new BitSet();
    private final int longest;

    /** @param words none empty */
    public WordMap(Map<String, ? extends V> words) {
        this.words = new HashMap<>(words);
        int most = 0;
        for (String word : words.keySet()) {
            first.set(word.charAt(0));
            last.set(word.charAt(word.length() - 1));
            most = Math.max(most, word.length());
        }
        longest = most;
    }

    /**
     * The first two columns of a data file as words and their values; a word that comes twice keeps its last value.
     *
     * @throws IllegalStateException if the file is not in the jar
     */
    public static WordMap<String> of(Class<?> reader, String file) {
        var words = new HashMap<String, String>();
        for (String[] row : DataFile.rows(reader, file)) {
            words.put(row[0], row.length > 1 ? row[1] : "");
        }
        return new WordMap<>(words);
    }

    /** What is known of a word; null when it is none of these. */
    public @Nullable V get(String word) {
        return words.get(word);
    }

    public boolean contains(String word) {
        return words.containsKey(word);
    }

    /** The longest word that begins at an index; null when none does. */
    public @Nullable String startingAt(String text, int at) {
        if (at >= text.length() || !first.get(text.charAt(at))) {
            return null;
        }
        for (int length = Math.min(longest, text.length() - at); length > 0; length--) {
            String word = text.substring(at, at + length);
            if (words.containsKey(word)) {
                return word;
            }
        }
        return null;
    }

    /** The longest word that ends at an index (exclusive); null when none does. */
    public @Nullable String endingAt(String text, int end) {
        if (end <= 0 || !last.get(text.charAt(end - 1))) {
            return null;
        }
        for (int length = Math.min(longest, end); length > 0; length--) {
            String word = text.substring(end - length, end);
            if (words.containsKey(word)) {
                return word;
            }
        }
        return null;
    }
}
