package org.lingqu.library.search;

import java.time.Instant;

/**
 * A search that somebody follows.
 *
 * @param seen number of the change of the base up to which its person has seen what it finds
 * @param seenAt when she last looked
 */
public record Follow(
        long id, long person, String name, SearchQuery query, long seen, Instant seenAt, Instant createdAt) {}
