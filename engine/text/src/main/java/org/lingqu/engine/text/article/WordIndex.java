package org.lingqu.engine.text.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words by their first character, each with what it stands for; the longest that fits at a place wins. */
final class WordIndex<T> {

    private record Entry<T>(String word, T meaning) {}

    private final Map<Character, List<Entry<T>>> byFirst = new HashMap<>();

    void add(String word, T meaning) {
        List<Entry<T>> entries = byFirst.computeIfAbsent(word.charAt(0), c -> new ArrayList<>());
        entries.add(new Entry<>(word, meaning));
        entries.sort((a, b) -> b.word().length() - a.word().length());
    }

    /** What the longest word that begins at an index stands for. */
    @Nullable T at(String text, int index) {
        if (index >= text.length()) {
            return null;
        }
        for (Entry<T> entry : byFirst.getOrDefault(text.charAt(index), List.of())) {
            if (text.startsWith(entry.word(), index)) {
                return entry.meaning();
            }
        }
        return null;
    }

    /** What the first word anywhere in the text stands for. */
    @Nullable T in(String text) {
        for (int i = 0; i < text.length(); i++) {
            T found = at(text, i);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** How many words are in the text. */
    int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (at(text, i) != null) {
                count++;
            }
        }
        return count;
    }
}
