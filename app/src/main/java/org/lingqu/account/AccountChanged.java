package org.lingqu.account;

import org.jspecify.annotations.Nullable;

/**
 * Something happened to an account; published inside the transaction of the change.
 *
 * @param action stable word, {@code account.create}
 * @param subject login of the account
 * @param before null when there was nothing before
 * @param after null when nothing is after
 */
public record AccountChanged(
        Actor by,
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after) {}
