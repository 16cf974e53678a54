package org.lingqu.engine.text.lexicon;

import java.util.Arrays;

/**
 * Character strings as paths of numbered nodes. All edges lie in one open hash table: a step costs one probe. Filled once,
 * then only read; reading is safe for many threads.
 */
public final class Trie {

    /** Where every path begins. */
    public static final int ROOT = 0;

    private static final long EMPTY = -1L;

    private long[] edges;
    private int[] targets;
    private int used;

    /** @param expectedEdges how many edges there may be before the table has to grow */
    public Trie(int expectedEdges) {
        int size = Integer.highestOneBit(Math.max(8, expectedEdges)) * 4;
        edges = new long[size];
        targets = new int[size];
        Arrays.fill(edges, EMPTY);
    }

    /** How many nodes there are, the root included; they are numbered from 0. */
    public int size() {
        return used + 1;
    }

    /** The node one character further; -1 when there is none. */
    public int step(int node, char c) {
        int slot = slot(edge(node, c));
        return edges[slot] == EMPTY ? -1 : targets[slot];
    }

    /** The node one character further, made when there is none. */
    public int grow(int node, char c) {
        int known = step(node, c);
        if (known >= 0) {
            return known;
        }
        if (++used * 2 > edges.length) {
            widen();
        }
        int slot = slot(edge(node, c));
        edges[slot] = edge(node, c);
        targets[slot] = used;
        return used;
    }

    private void widen() {
        long[] oldEdges = edges;
        int[] oldTargets = targets;
        edges = new long[oldEdges.length * 2];
        targets = new int[edges.length];
        Arrays.fill(edges, EMPTY);
        for (int i = 0; i < oldEdges.length; i++) {
            if (oldEdges[i] != EMPTY) {
                int slot = slot(oldEdges[i]);
                edges[slot] = oldEdges[i];
                targets[slot] = oldTargets[i];
            }
        }
    }

    private static long edge(int node, char c) {
        return ((long) node << 16) | c;
    }

    /** Where an edge is, or where it would go. */
    private int slot(long edge) {
        int slot = (int) ((edge * 0x9E3779B97F4A7C15L) >>> 40) & (edges.length - 1);
        while (edges[slot] != EMPTY && edges[slot] != edge) {
            slot = (slot + 1) & (edges.length - 1);
        }
        return slot;
    }
}
