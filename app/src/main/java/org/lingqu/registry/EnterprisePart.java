package org.lingqu.registry;

import java.util.Optional;
import org.lingqu.account.Actor;

/** What another module adds to the page of an enterprise; offered as a bean. */
public interface EnterprisePart {

    /**
     * A link with what it leads to.
     *
     * @param key of the word files
     * @param count shown beside it
     */
    record Link(String key, String address, int count) {}

    /** What this person sees; empty when nothing. */
    Optional<Link> of(Actor actor, Enterprise enterprise);
}
