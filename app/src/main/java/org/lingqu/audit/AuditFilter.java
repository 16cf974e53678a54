package org.lingqu.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null lets everything through.
 *
 * @param name part of the name of who did it, as called at that time
 * @param action its beginning: {@code account.} for everything about accounts
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(
        @Nullable Long person,
        @Nullable String name,
        @Nullable String action,
        @Nullable String subjectKind,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Everything. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);
}
