package org.lingqu.library.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Words with the places in them that were searched for. Plain text: whoever shows it escapes it.
 *
 * @param text what to show
 * @param start where it begins in the field it was taken from, UTF-16, from 0
 * @param marks ordered, not overlapping
 */
public record Highlighted(String text, int start, List<Mark> marks) {

    public Highlighted {
        marks = List.copyOf(marks);
    }

    /** A place in {@code text}: UTF-16, {@code end} exclusive. */
    public record Mark(int start, int end) {}

    /** The text in pieces, marked and not, in order; none is empty. */
    public List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (Mark mark : marks) {
            if (mark.start() > at) {
                pieces.add(new Piece(text.substring(at, mark.start()), false));
            }
            pieces.add(new Piece(text.substring(mark.start(), mark.end()), true));
            at = mark.end();
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return List.copyOf(pieces);
    }

    /** A part of the text that is marked as a whole or not at all. */
    public record Piece(String text, boolean marked) {}
}
