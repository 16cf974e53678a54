package org.lingqu.engine.text.gazetteer;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.text.lexicon.Trie;

/**
 * Names and what bears them, looked up at a place of a text, the longest first. A text is
 * read in time linear in its length (names are shorter than 32).
 */
final class NameIndex {

    private static final int MAX_LENGTH = 31;

    private final List<List<Bearer>> bearers = new ArrayList<>(32768);
    private final boolean[] begins = new boolean[65536];
    private final Trie trie = new Trie(1 << 15);

    void add(String name, Bearer bearer) {
        if (name.length() < 2 || name.length() > MAX_LENGTH) {
            return;
        }
        begins[name.charAt(0)] = true;
        int node = Trie.ROOT;
        for (int i = 0; i < name.length(); i++) {
            node = trie.grow(node, name.charAt(i));
        }
        while (bearers.size() < trie.size()) {
            bearers.add(List.of());
        }
        if (bearers.get(node).isEmpty()) {
            bearers.set(node, new ArrayList<>(1));
        }
        bearers.get(node).add(bearer);
    }

    List<Bearer> bearers(String name) {
        int node = Trie.ROOT;
        for (int i = 0; i < name.length() && node >= 0; i++) {
            node = trie.step(node, name.charAt(i));
        }
        return node < 0 ? List.of() : bearers.get(node);
    }

    /** How long the longest name at {@code at} is that is shorter than {@code limit}; 0 when there is none. */
    int longest(String text, int at, int limit) {
        if (!begins[text.charAt(at)]) {
            return 0;
        }
        int longest = 0;
        int node = Trie.ROOT;
        int end = Math.min(text.length(), at + limit - 1);
        for (int i = at; i < end; i++) {
            node = trie.step(node, text.charAt(i));
            if (node < 0) {
                break;
            }
            if (!bearers.get(node).isEmpty()) {
                longest = i + 1 - at;
            }
        }
        return longest;
    }
}
