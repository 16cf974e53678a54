package org.lingqu.engine.text.mention;

/**
 * An organisation where a passage names it.
 *
 * @param name with the region that the words leave out, where that is certain
 */
record Organisation(int start, int end, String name) {}
