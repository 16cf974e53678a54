package org.lingqu.registry;

import java.time.LocalDate;
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

    /** What becomes of what a source says of a day, beside an entry that counts and says otherwise. */
    static Difference.Effect effect(@Nullable Fact fact, Supplier source, LocalDate saidOn, Entry held) {
        if (source == held.source()) {
            return saidOn.isBefore(held.saidOn()) ? Difference.Effect.OLDER : Difference.Effect.REPLACED;
        }
        return rank(fact, source) < rank(fact, held.source()) ? Difference.Effect.REPLACED : Difference.Effect.BESIDE;
    }

    private static int rank(@Nullable Fact fact, Supplier source) {
        boolean named = fact == null || fact.suppliers().contains(source);
        return ORDER.indexOf(source) + (named ? 0 : ORDER.size());
    }

    /** The later first: by the day it speaks of, then by when it was entered. */
    static final Comparator<Entry> LATEST =
            Comparator.comparing(Entry::saidOn).thenComparingLong(Entry::id).reversed();
}
