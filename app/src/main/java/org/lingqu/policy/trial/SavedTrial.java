package org.lingqu.policy.trial;

import java.time.Instant;

/**
 * A what-if that somebody wants to find again.
 *
 * @param policy {@code cn/high-tech}
 * @param query of the address of the page, see {@link TrialQuestion#query()}
 * @param person number of the account that keeps it
 * @param personName as called when it was kept
 */
public record SavedTrial(
        long id, String policy, String name, String query, long person, String personName, Instant savedAt) {

    /** Address of the page that shows it. */
    public String address() {
        return "/policies/" + policy + "/what-if?" + query;
    }
}
