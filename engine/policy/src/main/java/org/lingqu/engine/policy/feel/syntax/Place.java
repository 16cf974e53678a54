package org.lingqu.engine.policy.feel.syntax;

/**
 * Where a piece of an expression stands in its text. All places are equal to each other on purpose: a node carries its
 * place, yet two nodes that say the same are the same value wherever they were written, so that a plan can share them.
 *
 * @param start UTF-16 index from 0, inclusive
 * @param end UTF-16 index, exclusive; equal to {@code start} where something is missing
 */
public record Place(int start, int end) {

    /** For nodes that were built, not read. */
    public static final Place NONE = new Place(0, 0);

    /** @throws IllegalArgumentException if {@code start < 0} or {@code end < start} */
    public Place {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Place needs 0 <= start <= end, got " + start + ".." + end);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
