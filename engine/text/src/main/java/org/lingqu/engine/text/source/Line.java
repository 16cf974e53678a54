package org.lingqu.engine.text.source;

import org.lingqu.engine.text.trace.TracedText;

/** One line of a page as a person sees it: a paragraph, a heading, a menu entry, one cell of a table. */
public record Line(TracedText text, Markup markup) {

    /** The same place with other words. */
    public Line with(TracedText newText) {
        return new Line(newText, markup);
    }
}
