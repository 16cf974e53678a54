package org.lingqu.registry;

import java.util.Set;

/**
 * What is held about enterprises has changed, and the change is safe. Published once a change is written.
 *
 * @param enterprises their numbers; empty when too many to name, which means all
 */
public record EnterprisesChanged(Set<Long> enterprises) {

    /** Beyond this many, making everything again is cheaper. */
    static final int MOST_NAMED = 2000;

    public EnterprisesChanged {
        enterprises = enterprises.size() > MOST_NAMED ? Set.of() : Set.copyOf(enterprises);
    }

    /** Whether all may have changed. */
    public boolean isAll() {
        return enterprises.isEmpty();
    }
}
