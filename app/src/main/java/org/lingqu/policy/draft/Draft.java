package org.lingqu.policy.draft;

import java.time.Instant;

/**
 * A version of a policy while it is written.
 *
 * @param policy {@code cn/high-tech}, as its newest revision says; empty while that cannot be read, as {@code title} and {@code version}
 * @param revision number of the newest revision
 * @param author number of the account that began it
 * @param authorName as called then
 * @param rowVersion counts changes, so that two people who do something with it notice
 */
public record Draft(
        long id,
        String policy,
        String title,
        String version,
        DraftState state,
        int revision,
        long author,
        String authorName,
        Instant createdAt,
        Instant updatedAt,
        int rowVersion) {

    /** What it is called in a list. */
    public String name() {
        return title.isEmpty() ? "#" + id : title;
    }
}
