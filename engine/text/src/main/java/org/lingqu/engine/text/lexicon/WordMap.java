package org.lingqu.engine.text.lexicon;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words and what is known of each, found where a text has them. Immutable once made and safe for use by many threads. */
public final class WordMap<V> {

    private final Map<String, V> words;
    private final Trie forwards = new Trie(1024);
    private final Trie backwards = new Trie(1024);
    private final BitSet ends = new BitSet();
    private final BitSet beginnings = new BitSet();
    private final BitSet first = new BitSet();
    private final BitSet last = new BitSet();

    /** @param words none empty */
    public WordMap(Map<String, ? extends V> words) {
        this.words = new HashMap<>(words);
        for (String word : words.keySet()) {
            first.set(word.charAt(0));
            last.set(word.charAt(word.length() - 1));
            int there = Trie.ROOT;
            int back = Trie.ROOT;
            for (int i = 0; i < word.length(); i++) {
                there = forwards.grow(there, word.charAt(i));
                back = backwards.grow(back, word.charAt(word.length() - 1 - i));
            }
            ends.set(there);
            beginnings.set(back);
        }
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
        int longest = at;
        int node = Trie.ROOT;
        for (int i = at; i < text.length() && node >= 0; i++) {
            node = forwards.step(node, text.charAt(i));
            longest = node >= 0 && ends.get(node) ? i + 1 : longest;
        }
        return longest == at ? null : text.substring(at, longest);
    }

    /** The longest word that ends at an index (exclusive); null when none does. */
    public @Nullable String endingAt(String text, int end) {
        if (end <= 0 || !last.get(text.charAt(end - 1))) {
            return null;
        }
        int longest = end;
        int node = Trie.ROOT;
        for (int i = end - 1; i >= 0 && node >= 0; i--) {
            node = backwards.step(node, text.charAt(i));
            longest = node >= 0 && beginnings.get(node) ? i : longest;
        }
        return longest == end ? null : text.substring(longest, end);
    }
}
