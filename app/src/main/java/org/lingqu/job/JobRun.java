package org.lingqu.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of long work that somebody asked for.
 *
 * @param kind name of its {@link JobKind}
 * @param title for a person
 * @param payload what the kind needs to know, in its own format
 * @param total 0 while unknown
 * @param message what it is at, or why it failed; null when it has not said
 */
public record JobRun(
        long id,
        String kind,
        String title,
        String payload,
        JobState state,
        long done,
        long total,
        @Nullable String message,
        long person,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        boolean cancelRequested) {

    /** From 0 to 100; 0 while the total is unknown. */
    public int percent() {
        return state == JobState.DONE ? 100 : total <= 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }
}
