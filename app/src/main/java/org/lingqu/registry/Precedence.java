package org.lingqu.registry;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * Whose value counts when sources disagree: first those whom the dictionary names as suppliers of the fact, offices before the
 * firm itself, offices in a fixed order; of one source what it said last. The others stay beside it.
 */
final class Precedence {

    private static final List<Supplier> ORDER = List.of(
            Supplier.TAX,
            Supplier.STATISTICS,
            Supplier.MARKET_REGULATION,
            Supplier.INTELLECTUAL_PROPERTY,
            Supplier.SCIENCE,
            Supplier.INDUSTRY,
            Supplier.EXPERT,
            Supplier.OTHER,
            Supplier.FIRM);

    private Precedence() {}

    /** The better source first. */
    static Comparator<Entry> of(@Nullable Fact fact) {
        return Comparator.<Entry, Boolean>comparing(
                        entry -> fact != null && !fact.suppliers().contains(entry.source()))
                .thenComparingInt(entry -> ORDER.indexOf(entry.source()))
                .thenComparing(LATEST);
    }

    /** The later first: by the day it speaks of, then by when it was entered. */
    static final Comparator<Entry> LATEST =
            Comparator.comparing(Entry::saidOn).thenComparingLong(Entry::id).reversed();
}
