package org.lingqu.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param login lower case; what is typed to sign in
 * @param organisation 所在单位; null when not said
 * @param active false once the account was closed; nothing is ever deleted
 * @param mustChange whether the password was set by somebody else and has to be changed first
 * @param lockedUntil null when not locked
 * @param rowVersion counts changes, so that two people who edit the same account notice
 */
public record Person(
        long id,
        String login,
        String name,
        Role role,
        @Nullable String organisation,
        boolean active,
        boolean mustChange,
        @Nullable Instant lockedUntil,
        Instant createdAt,
        int rowVersion) {

    /** As whom this person does things. */
    public Actor actor() {
        return new Actor(id, name, role);
    }

    /** What the audit record keeps of an account: never the password. */
    String summary() {
        return login + " · " + name + " · " + role + (organisation == null ? "" : " · " + organisation)
                + (active ? "" : " · 已停用");
    }
}
