package org.lingqu.text.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names and what bears them, looked up at a place of a text, the longest first. Linear: names are shorter than 32. */
final class NameIndex {

    private static final int MAX_LENGTH = 31;

    private final Map<String, List<Bearer>> bearers = new HashMap<>(16384);
    private final Map<Integer, Integer> lengths = new HashMap<>(8192);
    private final long[] first = new long[1024];

    void add(String name, Bearer bearer) {
        if (name.length() < 2 || name.length() > MAX_LENGTH) {
            return;
        }
        bearers.computeIfAbsent(name, n -> new ArrayList<>(1)).add(bearer);
        lengths.merge(key(name, 0), 1 << name.length(), (a, b) -> a | b);
        first[name.charAt(0) >> 6] |= 1L << name.charAt(0);
    }

    List<Bearer> bearers(String name) {
        return bearers.getOrDefault(name, List.of());
    }

    /** How long the longest name at {@code at} is that is shorter than {@code limit}; 0 when there is none. */
    int longest(String text, int at, int limit) {
        char c = text.charAt(at);
        if ((first[c >> 6] & 1L << c) == 0 || at + 1 >= text.length()) {
            return 0;
        }
        Integer mask = lengths.get(key(text, at));
        if (mask == null) {
            return 0;
        }
        int most = Math.min(Math.min(MAX_LENGTH, limit - 1), text.length() - at);
        int left = mask & (int) ((1L << (most + 1)) - 1);
        while (left != 0) {
            int length = 31 - Integer.numberOfLeadingZeros(left);
            if (bearers.containsKey(text.substring(at, at + length))) {
                return length;
            }
            left &= ~(1 << length);
        }
        return 0;
    }

    private static Integer key(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1);
    }
}
