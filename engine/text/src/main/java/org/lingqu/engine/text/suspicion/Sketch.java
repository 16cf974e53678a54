package org.lingqu.engine.text.suspicion;

import java.util.Arrays;

/**
 * A MinHash sketch of a text: what share of its places two sketches agree in is about what share of their
 * five-character pieces the texts have in common. Digits count as one digit, so that changed figures do not part two pages.
 *
 * <p>One pass with one hash, the least value kept in each of the bins, empty bins filled from the next (A. Shrivastava, P. Li:
 * Densifying One Permutation Hashing via Rotation, ICML 2014).
 */
final class Sketch {

    static final int PLACES = 32;
    private static final int PIECE = 5;
    private static final int LEAST_PIECES = 40;

    private Sketch() {}

    /** The sketch; empty when there is too little text to say anything. */
    static int[] of(String text) {
        var least = new long[PLACES];
        Arrays.fill(least, Long.MAX_VALUE);
        long window = 0;
        int taken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                continue;
            }
            long value = c >= '0' && c <= '9' ? '0' : c & 0xfff;
            window = ((window << 12) | value) & ((1L << (12 * PIECE)) - 1);
            if (++taken >= PIECE) {
                long hash = mix(window);
                int bin = (int) (hash >>> 59);
                least[bin] = Math.min(least[bin], hash & 0x7ffffffffffffffL);
            }
        }
        return taken < LEAST_PIECES ? new int[0] : fill(least);
    }

    private static int[] fill(long[] least) {
        var sketch = new int[PLACES];
        for (int i = 0; i < PLACES; i++) {
            int from = i;
            int steps = 0;
            while (least[from % PLACES] == Long.MAX_VALUE && steps < PLACES) {
                from++;
                steps++;
            }
            sketch[i] = (int) mix(least[from % PLACES] + steps);
        }
        return sketch;
    }

    /** How many places two sketches agree in, of {@link #PLACES}. */
    static int agreement(int[] one, int[] other) {
        int same = 0;
        for (int i = 0; i < PLACES; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return same;
    }

    /** Finalizer of SplitMix64 (G. Steele et al., OOPSLA 2014). */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
