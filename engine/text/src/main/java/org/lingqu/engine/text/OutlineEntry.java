package org.lingqu.engine.text;

/**
 * A heading of the text.
 *
 * @param level 1 for 一、 2 for (一) 3 for 1. or 一是 and so on, counted from the levels the page uses
 * @param heading the words without their number
 */
public record OutlineEntry(int level, String heading, Span span) {}
