package org.lingqu.library;

/**
 * A place on a page, twice: in the file and in the clean text.
 *
 * @param start first code point in the decoded file, inclusive
 * @param end code point after the last, exclusive
 * @param textStart UTF-16 index into the clean text, inclusive; -1 when it stands in a part that was cut
 * @param textEnd UTF-16 index after the last, exclusive; -1 with {@code textStart}
 */
public record Place(int start, int end, int textStart, int textEnd) {

    /** Whether it stands in the clean text. */
    public boolean isInText() {
        return textStart >= 0;
    }
}
