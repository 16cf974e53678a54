package org.lingqu.engine.text.article;

import org.lingqu.engine.text.Span;

/**
 * The title of an article.
 *
 * @param words without spaces at the ends, site names and decorations
 * @param firstLine index of the line it begins on
 * @param lastLine index of the line it ends on, inclusive
 */
record Title(String words, Span span, int firstLine, int lastLine) {}
