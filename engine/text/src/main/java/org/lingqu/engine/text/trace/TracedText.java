package org.lingqu.engine.text.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Span;

/**
 * Text that remembers, for each of its UTF-16 units, which code points of the decoded file it came from. Indexes into
 * it are ordinary string indexes; {@link #span(int, int)} leads back to the file whatever was repaired in between.
 */
public final class TracedText implements CharSequence {

    private static final TracedText EMPTY = new TracedText("", new int[0], new int[0]);

    private final String text;
    private final int[] from;
    private final int[] to;

    private TracedText(String text, int[] from, int[] to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** No text. */
    public static TracedText empty() {
        return EMPTY;
    }

    /** A text that is the file itself. */
    public static TracedText ofFile(String file) {
        return ofFile(file, 0, file.length(), 0);
    }

    /**
     * A part of the file, untouched.
     *
     * @param start UTF-16 index into {@code file}, inclusive
     * @param end UTF-16 index into {@code file}, exclusive
     * @param codePoint how many code points of the file stand before {@code start}
     */
    public static TracedText ofFile(String file, int start, int end, int codePoint) {
        var builder = new Builder(end - start);
        builder.appendFile(file, start, end, codePoint);
        return builder.build();
    }

    /** The text without its memory. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public TracedText subSequence(int start, int end) {
        if (start == 0 && end == text.length()) {
            return this;
        }
        return new TracedText(
                text.substring(start, end), Arrays.copyOfRange(from, start, end), Arrays.copyOfRange(to, start, end));
    }

    /** First code point in the file that the unit at {@code index} came from. */
    public int from(int index) {
        return from[index];
    }

    /** Code point in the file after the last one that the unit at {@code index} came from. */
    public int to(int index) {
        return to[index];
    }

    /**
     * Where a part of this text stands in the file, everything that was removed inside it included.
     *
     * @throws IndexOutOfBoundsException if the part is empty or not within this text
     */
    public Span span(int start, int end) {
        if (start >= end) {
            throw new IndexOutOfBoundsException("an empty part has no place: " + start + ".." + end);
        }
        int first = from[start];
        int last = to[end - 1];
        return first <= last ? new Span(first, last) : extent(start, end);
    }

    /** Where all of this text stands in the file. */
    public Span span() {
        return span(0, text.length());
    }

    /**
     * A part of a text.
     *
     * @param start UTF-16 index, inclusive
     * @param end UTF-16 index, exclusive; greater than {@code start}
     */
    public record Part(int start, int end) {}

    /** The part of this text that came from a place of the file; null when nothing of it is here. */
    public @Nullable Part part(Span place) {
        int start = firstAtOrAfter(place.start());
        if (start == text.length() || from[start] >= place.end()) {
            start = firstWithin(place); // text that was reordered
        }
        int end = start;
        while (end < text.length() && from[end] < place.end() && from[end] >= place.start()) {
            end++;
        }
        return start < end ? new Part(start, end) : null;
    }

    private int firstAtOrAfter(int codePoint) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from[middle] < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstWithin(Span place) {
        for (int i = 0; i < text.length(); i++) {
            if (from[i] >= place.start() && from[i] < place.end()) {
                return i;
            }
        }
        return text.length();
    }

    /** For text that was reordered, as tables are: the smallest span that covers every unit. */
    private Span extent(int start, int end) {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (int i = start; i < end; i++) {
            first = Math.min(first, from[i]);
            last = Math.max(last, to[i]);
        }
        return new Span(first, last);
    }

    /**
     * Other characters at the same places, as masking needs them.
     *
     * @throws IllegalArgumentException if the length differs
     */
    public TracedText with(String otherText) {
        if (otherText.length() != text.length()) {
            throw new IllegalArgumentException("needs " + text.length() + " units, got " + otherText.length());
        }
        return new TracedText(otherText, from, to);
    }

    /** This text without white space at its ends. */
    public TracedText strip() {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return subSequence(start, end);
    }

    /** Whether a character shows as nothing: white space of any width, zero-width marks, the byte order mark. */
    public static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00a0'
                || c == '\u3000'
                || (c >= '\u2000' && c <= '\u200f')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u2060'
                || c == '\ufeff';
    }

    /** Puts a text together, part by part. */
    public static final class Builder {

        private final StringBuilder text;
        private int[] from;
        private int[] to;

        public Builder() {
            this(64);
        }

        public Builder(int expectedLength) {
            int capacity = Math.max(16, expectedLength);
            text = new StringBuilder(capacity);
            from = new int[capacity];
            to = new int[capacity];
        }

        /** How much is there so far, in UTF-16 units. */
        public int length() {
            return text.length();
        }

        /** See {@link TracedText#ofFile(String, int, int, int)}. */
        public Builder appendFile(String file, int start, int end, int codePoint) {
            int place = codePoint;
            for (int i = start; i < end; i++) {
                char c = file.charAt(i);
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(file.charAt(i + 1));
                append(c, place, place + 1);
                if (pair) {
                    append(file.charAt(++i), place, place + 1);
                }
                place++;
            }
            return this;
        }

        /** Appends all of a text, memory included. */
        public Builder append(TracedText part) {
            return append(part, 0, part.length());
        }

        /** Appends a part of a text, memory included. */
        public Builder append(TracedText part, int start, int end) {
            int length = end - start;
            grow(length);
            System.arraycopy(part.from, start, from, text.length(), length);
            System.arraycopy(part.to, start, to, text.length(), length);
            text.append(part.text, start, end);
            return this;
        }

        /** Appends words that stand for {@code span} of the file. */
        public Builder append(CharSequence words, Span span) {
            for (int i = 0; i < words.length(); i++) {
                append(words.charAt(i), span.start(), span.end());
            }
            return this;
        }

        /** Appends one unit that stands for code points {@code [start, end)} of the file. */
        public Builder append(char c, int start, int end) {
            grow(1);
            from[text.length()] = start;
            to[text.length()] = end;
            text.append(c);
            return this;
        }

        private void grow(int more) {
            int needed = text.length() + more;
            if (needed > from.length) {
                int capacity = Math.max(needed, from.length * 2);
                from = Arrays.copyOf(from, capacity);
                to = Arrays.copyOf(to, capacity);
            }
        }

        /** The text so far; the builder can go on. */
        public TracedText build() {
            if (text.isEmpty()) {
                return EMPTY;
            }
            return new TracedText(
                    text.toString(), Arrays.copyOf(from, text.length()), Arrays.copyOf(to, text.length()));
        }
    }
}
