package org.lingqu.text.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Names and what bears them, looked up at a place of a text, the longest first. A trie whose edges lie in one open hash
 * table: a step costs one probe, so a text is read in time linear in its length (names are shorter than 32).
 */
final class NameIndex {

    private static final int MAX_LENGTH = 31;
    private static final long EMPTY = -1L;

    private final List<List<Bearer>> bearers = new ArrayList<>(32768);
    private final boolean[] begins = new boolean[65536];
    private long[] edges = new long[1 << 17];
    private int[] targets = new int[1 << 17];
    private int used;

    NameIndex() {
        Arrays.fill(edges, EMPTY);
        bearers.add(List.of());
    }

    void add(String name, Bearer bearer) {
        if (name.length() < 2 || name.length() > MAX_LENGTH) {
            return;
        }
        begins[name.charAt(0)] = true;
        int node = 0;
        for (int i = 0; i < name.length(); i++) {
            node = grow(node, name.charAt(i));
        }
        if (bearers.get(node).isEmpty()) {
            bearers.set(node, new ArrayList<>(1));
        }
        bearers.get(node).add(bearer);
    }

    List<Bearer> bearers(String name) {
        int node = 0;
        for (int i = 0; i < name.length() && node >= 0; i++) {
            node = step(node, name.charAt(i));
        }
        return node < 0 ? List.of() : bearers.get(node);
    }

    /** How long the longest name at {@code at} is that is shorter than {@code limit}; 0 when there is none. */
    int longest(String text, int at, int limit) {
        if (!begins[text.charAt(at)]) {
            return 0;
        }
        int longest = 0;
        int node = 0;
        int end = Math.min(text.length(), at + limit - 1);
        for (int i = at; i < end; i++) {
            node = step(node, text.charAt(i));
            if (node < 0) {
                break;
            }
            if (!bearers.get(node).isEmpty()) {
                longest = i + 1 - at;
            }
        }
        return longest;
    }

    private int step(int node, char c) {
        int slot = slot(edge(node, c));
        return edges[slot] == EMPTY ? -1 : targets[slot];
    }

    private int grow(int node, char c) {
        int known = step(node, c);
        if (known >= 0) {
            return known;
        }
        if (++used * 2 > edges.length) {
            widen();
        }
        int slot = slot(edge(node, c));
        edges[slot] = edge(node, c);
        targets[slot] = bearers.size();
        bearers.add(List.of());
        return targets[slot];
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
