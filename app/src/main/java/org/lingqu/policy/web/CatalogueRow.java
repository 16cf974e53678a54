package org.lingqu.policy.web;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.Tally;
import org.lingqu.policy.catalogue.CatalogueEntry;

/**
 * A version of a policy as the catalogue shows it.
 *
 * @param tally how enterprises stand to it; null where it is not decided, or for those who do not see enterprises
 */
public record CatalogueRow(CatalogueEntry entry, @Nullable Tally tally) {

    /** The version. */
    public Policy policy() {
        return entry.policy();
    }
}
