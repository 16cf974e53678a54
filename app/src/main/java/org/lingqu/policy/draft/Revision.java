package org.lingqu.policy.draft;

import java.time.Instant;

/**
 * What a draft said when it was saved; never changed afterwards.
 *
 * @param number from 1
 * @param note why, as who saved it put it; may be empty
 */
public record Revision(
        long draft,
        int number,
        String text,
        String sha256,
        String note,
        long person,
        String personName,
        Instant savedAt) {}
