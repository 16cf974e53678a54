package org.lingqu.policy.catalogue;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Policy;

/**
 * A version of a policy with what the catalogue tells it apart by, on one day.
 *
 * @param brings never empty
 * @param span when one can apply: the window that is open, else the next one; null when none is known
 * @param window how that stands; may be empty
 * @param nearness of its region to the one that the installation is for
 */
public record CatalogueEntry(
        Policy policy,
        Set<Brings> brings,
        Addressees addressees,
        Status status,
        @Nullable OpenSpan span,
        Set<WindowState> window,
        Nearness nearness) {

    public CatalogueEntry {
        brings = Set.copyOf(brings);
        window = Set.copyOf(window);
    }

    /**
     * Of a version on a day.
     *
     * @param own code of the region that the installation is for; empty where nobody can tell
     */
    public static CatalogueEntry of(Policy policy, LocalDate day, String own) {
        OpenSpan span = OpenSpan.next(policy, day).orElse(null);
        return new CatalogueEntry(
                policy,
                Brings.of(policy),
                Addressees.of(policy),
                Status.of(policy, day),
                span,
                WindowState.of(policy, span, day),
                Nearness.of(policy.id().region(), own));
    }
}
