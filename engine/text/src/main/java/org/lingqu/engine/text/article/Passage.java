package org.lingqu.engine.text.article;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.source.Markup;
import org.lingqu.engine.text.trace.TracedText;

/**
 * A piece of the body that is read as one: a paragraph, a heading, or a cell of a table.
 *
 * @param text repaired text, white space at the ends removed, never empty
 * @param level outline level of a heading from 1, otherwise 0
 * @param cell where in a table, null outside; for tables flattened to one cell a line it is null as well
 */
public record Passage(TracedText text, Kind kind, int level, Markup.@Nullable Cell cell) {

    /** How it is read. */
    public enum Kind {
        TITLE,
        HEADING,
        PARAGRAPH,
        CELL
    }
}
