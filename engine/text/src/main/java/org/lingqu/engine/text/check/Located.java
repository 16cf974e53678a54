package org.lingqu.engine.text.check;

import org.lingqu.engine.text.Statement;

/**
 * A statement and where its words stand in its passage.
 *
 * @param index among the page's statements
 * @param text the passage
 * @param start index into {@code text}, inclusive
 * @param end index into {@code text}, exclusive
 * @param sentence index into {@code text} where its sentence begins
 * @param stop index into {@code text} after the last sentence it reaches into
 */
record Located(int index, Statement statement, String text, int start, int end, int sentence, int stop) {

    /** Whether both stand in one sentence of one passage. */
    boolean besides(Located other) {
        return text.equals(other.text) && sentence == other.sentence;
    }
}
