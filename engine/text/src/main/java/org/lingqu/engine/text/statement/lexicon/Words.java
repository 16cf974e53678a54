package org.lingqu.engine.text.statement.lexicon;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Words with what they mean, found in a text by longest match in time linear in the match. */
public final class Words<T> {

    private final Node<T> root = new Node<>();
    /** Which characters begin a word: most characters of a text begin none. */
    private final long[] first = new long[1024];

    /** Adds a word; a later meaning replaces an earlier one. */
    public void put(String word, T meaning) {
        Node<T> node = root;
        first[word.charAt(0) >> 6] |= 1L << word.charAt(0);
        for (int i = 0; i < word.length(); i++) {
            node = node.childOrNew(word.charAt(i));
        }
        node.meaning = meaning;
    }

    /** The longest word that begins at {@code from}, or null. */
    public @Nullable Match<T> longest(CharSequence text, int from) {
        return longest(text, from, text.length());
    }

    /** The longest word within {@code [from, limit)} that begins at {@code from}, or null. */
    public @Nullable Match<T> longest(CharSequence text, int from, int limit) {
        if (from >= limit || !begins(text.charAt(from))) {
            return null;
        }
        Node<T> node = root;
        T found = null;
        int end = from;
        for (int i = from; i < limit; i++) {
            node = node.child(text.charAt(i));
            if (node == null) {
                break;
            }
            if (node.meaning != null) {
                found = node.meaning;
                end = i + 1;
            }
        }
        return found == null ? null : new Match<>(end, found);
    }

    /** Whether some word begins with this character. */
    public boolean begins(char c) {
        return (first[c >> 6] & 1L << c) != 0;
    }

    /** What exactly this word means, or null. */
    public @Nullable T get(CharSequence word) {
        Match<T> match = longest(word, 0);
        return match != null && match.end() == word.length() ? match.meaning() : null;
    }

    /** A word that was found. {@code end}: index after its last unit. */
    public record Match<T>(int end, T meaning) {}

    /** Children in order of their characters, so that a look-up is a binary search. */
    private static final class Node<T> {
        private char[] keys = new char[0];
        private Object[] children = new Object[0];
        private @Nullable T meaning;

        @SuppressWarnings("unchecked")
        @Nullable Node<T> child(char c) {
            int at = Arrays.binarySearch(keys, c);
            return at < 0 ? null : (Node<T>) children[at];
        }

        Node<T> childOrNew(char c) {
            Node<T> old = child(c);
            if (old != null) {
                return old;
            }
            int at = -Arrays.binarySearch(keys, c) - 1;
            char[] newKeys = Arrays.copyOf(keys, keys.length + 1);
            Object[] newChildren = Arrays.copyOf(children, children.length + 1);
            System.arraycopy(keys, at, newKeys, at + 1, keys.length - at);
            System.arraycopy(children, at, newChildren, at + 1, keys.length - at);
            Node<T> node = new Node<>();
            newKeys[at] = c;
            newChildren[at] = node;
            keys = newKeys;
            children = newChildren;
            return node;
        }
    }
}
