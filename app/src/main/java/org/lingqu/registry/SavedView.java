package org.lingqu.registry;

/**
 * A list of enterprises as somebody wants to see it again.
 *
 * @param query as it stands in the address, without a question mark; may be empty
 */
public record SavedView(long id, String name, String query) {}
