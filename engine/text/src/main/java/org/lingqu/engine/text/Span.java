package org.lingqu.engine.text;

/**
 * A place in the decoded file.
 *
 * @param start first code point, counted from 0, inclusive
 * @param end code point after the last, exclusive; equal to {@code start} where something is missing
 */
public record Span(int start, int end) {

    /** @throws IllegalArgumentException if {@code start < 0} or {@code end < start} */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Span needs 0 <= start <= end, got " + start + ".." + end);
        }
    }

    /** How many code points it covers. */
    public int length() {
        return end - start;
    }

    /** Whether both cover at least one code point in common. */
    public boolean overlaps(Span other) {
        return Math.min(end, other.end) > Math.max(start, other.start);
    }

    /** Whether every code point of {@code other} is also covered by this. */
    public boolean covers(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** The smallest span that covers both. */
    public Span union(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
