package org.lingqu.engine.text.source;

import org.jspecify.annotations.Nullable;

/**
 * What the format says of a line. Scraped text says nothing: {@link #PLAIN}.
 *
 * @param role what element it was in
 * @param headingLevel 1 to 6, 0 when it is no heading
 * @param linkShare how much of the text stands in links, 0 to 1
 * @param cell where in a table, null outside
 * @param container number of the block element around it: lines of one container stand together; 0 when unknown
 * @param hint class and id names around it, lower case, space separated; empty when unknown
 */
public record Markup(
        Role role,
        int headingLevel,
        float linkShare,
        @Nullable Cell cell,
        int container,
        String hint) {

    /** Nothing is known. */
    public static final Markup PLAIN = new Markup(Role.TEXT, 0, 0, null, 0, "");

    /** What element a line was in. */
    public enum Role {
        /** Text of which nothing is known. */
        TEXT,
        PARAGRAPH,
        HEADING,
        LIST_ITEM,
        CELL,
        CAPTION,
        /** The document's own title, which may carry the site's name. */
        DOCUMENT_TITLE,
        /** A named value in the head of a page, as {@code <meta name="PubDate">}; the hint is its name. */
        META
    }

    /**
     * @param table number of the table on the page, from 1
     * @param row from 0
     * @param column from 0, spans counted
     * @param columns how many columns the cell covers, at least 1
     * @param header whether the format marks it as a header
     */
    public record Cell(int table, int row, int column, int columns, boolean header) {}
}
