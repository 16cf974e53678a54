package org.lingqu.engine.policy.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingqu.engine.policy.column.BeforeAfter;
import org.lingqu.engine.policy.column.BeforeAfter.Variant;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.GroupBy;
import org.lingqu.engine.policy.column.GroupCount;
import org.lingqu.engine.policy.column.Lowering;
import org.lingqu.engine.policy.column.Node;
import org.lingqu.engine.policy.column.Rows;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Truth;

/** A policy with one set of figures and with another, for all firms: who gains, who loses, what it costs. */
public final class PolicyChange {

    private static final int BEFORE = 0;
    private static final int AFTER = 1;

    private final FirmColumns columns;
    private final BeforeAfter certain;
    /** The same with everything open taken for a yes, for the most it can cost; nothing where no money is given. */
    private final Optional<BeforeAfter> possible;

    private PolicyChange(FirmColumns columns, BeforeAfter certain, Optional<BeforeAfter> possible) {
        this.columns = columns;
        this.certain = certain;
        this.possible = possible;
    }

    /** Decides both for every firm. Titles are those the firms hold; a change of one policy does not change them. */
    public static PolicyChange of(
            Policy before, Policy after, FirmColumns columns, LocalDate asOf, Facts facts, int threads) {
        var lowering = new Lowering(asOf, columns::has);
        Node.Test was = lowering.lower(before.condition());
        Node.Test is = lowering.lower(after.condition());
        if (!Entitlement.isMoney(before) && !Entitlement.isMoney(after)) {
            return new PolicyChange(
                    columns, BeforeAfter.of(columns, Variant.of(was), Variant.of(is), threads), Optional.empty());
        }
        Entitlement old = Entitlement.of(before, lowering, facts);
        Entitlement now = Entitlement.of(after, lowering, facts);
        return new PolicyChange(
                columns,
                BeforeAfter.of(columns, variant(was, old.least()), variant(is, now.least()), threads),
                Optional.of(BeforeAfter.of(
                        columns,
                        variant(Tests.possible(was), old.most()),
                        variant(Tests.possible(is), now.most()),
                        threads)));
    }

    private static Variant variant(Node.Test decision, Node.Amount worth) {
        return new Variant(decision, Optional.of(worth));
    }

    /** Whether the policy gives money that can be summed up. */
    public boolean isMoney() {
        return possible.isPresent();
    }

    /** How many firms there are. */
    public int firms() {
        return columns.count();
    }

    public Truth before(int firm) {
        return certain.findings().truth(BEFORE, firm);
    }

    public Truth after(int firm) {
        return certain.findings().truth(AFTER, firm);
    }

    /** 元, certain before and after; 0 for a firm that does not get it. */
    public double least(int firm, boolean after) {
        int side = after ? AFTER : BEFORE;
        boolean met = certain.findings().truth(side, firm) == Truth.TRUE;
        return met && isMoney() ? figure(certain.findings(), side, firm) : 0;
    }

    /** 元, possible before or after; infinite when nothing bounds it. */
    public double most(int firm, boolean after) {
        int side = after ? AFTER : BEFORE;
        return possible.filter(all -> all.findings().truth(side, firm) == Truth.TRUE)
                .map(all -> figure(all.findings(), side, firm))
                .orElse(0.0);
    }

    private static double figure(Findings findings, int side, int firm) {
        Findings.Figures figures = findings.amount(side);
        return Rows.get(figures.valid(), firm)
                ? figures.values()[firm] / Math.pow(10, figures.scale())
                : Double.POSITIVE_INFINITY;
    }

    /** The firms whose answer changes, in their order. */
    public int[] changed() {
        var changed = java.util.stream.IntStream.builder();
        Findings findings = certain.findings();
        for (int word = 0; word * 64 < columns.count(); word++) {
            long differs = (findings.met(BEFORE)[word] ^ findings.met(AFTER)[word])
                    | (findings.notMet(BEFORE)[word] ^ findings.notMet(AFTER)[word]);
            for (; differs != 0; differs &= differs - 1) {
                int firm = word * 64 + Long.numberOfTrailingZeros(differs);
                if (firm < columns.count()) {
                    changed.add(firm);
                }
            }
        }
        return changed.build().toArray();
    }

    /** All firms as one group. */
    public GroupChange total() {
        return groups(List.of()).getFirst();
    }

    /** By codes of columns, see {@link BeforeAfter#groups}. Unbounded firms are counted in the total only. */
    public List<GroupChange> groups(List<GroupBy> by) {
        List<GroupCount> counts = certain.groups(by);
        Map<List<String>, GroupCount> most = new LinkedHashMap<>();
        possible.ifPresent(all -> all.groups(by).forEach(group -> most.put(group.codes(), group)));
        var changes = new ArrayList<GroupChange>();
        for (GroupCount count : counts) {
            GroupCount limit = most.getOrDefault(count.codes(), count);
            changes.add(new GroupChange(
                    count.codes(),
                    count.firms(),
                    standing(
                            count.firms(),
                            count.metBefore(),
                            count.notMetBefore(),
                            count.worthBefore(),
                            limit.worthBefore(),
                            by.isEmpty() ? unbounded(BEFORE) : 0),
                    standing(
                            count.firms(),
                            count.metAfter(),
                            count.notMetAfter(),
                            count.worthAfter(),
                            limit.worthAfter(),
                            by.isEmpty() ? unbounded(AFTER) : 0),
                    count.gained(),
                    count.lost()));
        }
        return changes;
    }

    private static Standing standing(long firms, long met, long notMet, double least, double most, long unbounded) {
        return new Standing(met, firms - met - notMet, notMet, least, most, unbounded);
    }

    private long unbounded(int side) {
        return possible.map(all -> unbounded(all.findings(), side)).orElse(0L);
    }

    private long unbounded(Findings findings, int side) {
        long count = 0;
        long[] met = findings.met(side);
        long[] valid = findings.amount(side).valid();
        for (int word = 0; word * 64 < columns.count(); word++) {
            int rows = Math.min(64, columns.count() - word * 64);
            count += Long.bitCount(met[word] & ~valid[word] & (-1L >>> (64 - rows)));
        }
        return count;
    }
}
