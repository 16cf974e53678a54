package org.lingqu.ui;

import java.util.List;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;

/**
 * A place in the main menu; a module offers its own as beans.
 *
 * @param order smaller comes first
 * @param key of the word files
 * @param path where it leads, {@code /library}
 * @param roles who sees it; empty for everybody
 */
public record NavEntry(int order, String key, String path, List<Role> roles) {

    public NavEntry {
        roles = List.copyOf(roles);
    }

    /** Whether somebody sees it. */
    public boolean isFor(Actor actor) {
        return roles.isEmpty() || roles.contains(actor.role());
    }
}
