package org.lingqu.account.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.OpenSession;

/**
 * Where somebody is signed in.
 *
 * @param all the newest first
 * @param here key of the one that asks; null when it is none of them
 */
public record OwnSessions(List<OpenSession> all, @Nullable String here) {

    /** Whether it is the one that asks. */
    public boolean isHere(OpenSession session) {
        return session.key().equals(here);
    }
}
