package org.lingqu.engine.text;

/**
 * One change between the decoded file and the clean text.
 *
 * @param before the words in the file
 * @param after what the clean text has instead; empty when they were removed
 * @param certain false when another answer was possible
 */
public record Repair(RepairKind kind, Span span, String before, String after, boolean certain) {}
