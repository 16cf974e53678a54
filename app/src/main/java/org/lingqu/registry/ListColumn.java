package org.lingqu.registry;

/**
 * A column of a list and what it was taken for.
 *
 * @param words what it holds, as a clear header would say it, see {@link ColumnWords}; empty when it is not clear
 * @param problem stable code of why it is not clear; empty when it is
 */
public record ListColumn(String header, String words, String problem) {}
