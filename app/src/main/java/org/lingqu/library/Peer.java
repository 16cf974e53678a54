package org.lingqu.library;

/**
 * What another page says of what a statement is about: the same indicator, region and period.
 *
 * @param of the statement on this page
 * @param agrees whether it gives the same value in the same unit
 */
public record Peer(long of, FoundStatement found, boolean agrees) {}
