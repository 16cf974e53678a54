package org.lingqu.engine.policy.whatif;

import java.time.LocalDate;
import java.util.Optional;
import org.lingqu.engine.policy.column.Baseline;
import org.lingqu.engine.policy.column.BeforeAfter.Variant;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.column.Lowering;
import org.lingqu.engine.policy.column.Node;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Policy;

/**
 * A policy decided once for all firms of a region, to hold versions with other figures against: each then costs only what its
 * figures change. Safe for use by many threads; as large as {@link Baseline} says, and only as good as the columns are fresh.
 */
public final class PolicyBaseline {

    private final Lowering lowering;
    private final Facts facts;
    private final Policy before;
    private final FirmSource columns;
    private final Baseline baseline;

    private PolicyBaseline(Policy before, FirmSource columns, LocalDate asOf, Facts facts, int threads) {
        this.lowering = new Lowering(asOf, columns::has);
        this.facts = facts;
        this.before = before;
        this.columns = columns;
        this.baseline = Baseline.of(columns, variant(before, Entitlement.isMoney(before)), threads);
    }

    /** Decides it for every firm. Titles are those the firms hold; a change of one policy does not change them. */
    public static PolicyBaseline of(Policy before, FirmSource columns, LocalDate asOf, Facts facts, int threads) {
        return new PolicyBaseline(before, columns, asOf, facts, threads);
    }

    private Variant variant(Policy policy, boolean money) {
        Node.Test decision = lowering.lower(policy.condition());
        if (!money) {
            return Variant.of(decision);
        }
        Entitlement worth = Entitlement.of(policy, lowering, facts);
        return new Variant(decision, Optional.of(worth.least()), Optional.of(worth.most()));
    }

    FirmSource firms() {
        return columns;
    }

    Baseline settled() {
        return baseline;
    }

    /** The same policy with other figures, decided for the same firms. */
    public PolicyChange with(Policy after, int threads) {
        boolean money = Entitlement.isMoney(before);
        if (!money && Entitlement.isMoney(after)) {
            Baseline paid = Baseline.of(columns, variant(before, true), threads);
            return new PolicyChange(columns.firms(), paid.with(variant(after, true), threads), true);
        }
        return new PolicyChange(columns.firms(), baseline.with(variant(after, money), threads), money);
    }
}
