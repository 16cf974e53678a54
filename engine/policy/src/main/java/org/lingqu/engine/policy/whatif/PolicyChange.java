package org.lingqu.engine.policy.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.column.BeforeAfter;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.column.GroupBy;
import org.lingqu.engine.policy.column.GroupCount;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Truth;

/** A policy with one set of figures and with another, for all firms: who gains, who loses, what it costs. */
public final class PolicyChange {

    private static final Standing NOBODY = new Standing(0, 0, 0, 0, 0, 0);
    private static final GroupChange NONE = new GroupChange(List.of(), 0, NOBODY, NOBODY, 0, 0);

    private final int firms;
    private final BeforeAfter change;
    private final boolean money;

    PolicyChange(int firms, BeforeAfter change, boolean money) {
        this.firms = firms;
        this.change = change;
        this.money = money;
    }

    /** Decides both for every firm, as {@link PolicyBaseline}; for several changes of one policy keep that. */
    public static PolicyChange of(
            Policy before, Policy after, FirmSource columns, LocalDate asOf, Facts facts, int threads) {
        return PolicyBaseline.of(before, columns, asOf, facts, threads).with(after, threads);
    }

    /** Whether the policy gives money that can be summed up. */
    public boolean isMoney() {
        return money;
    }

    /** How many firms there are. */
    public int firms() {
        return firms;
    }

    public Truth before(int firm) {
        return change.truth(firm, false);
    }

    public Truth after(int firm) {
        return change.truth(firm, true);
    }

    /** 元, certain before and after; 0 for a firm that does not get it. */
    public double least(int firm, boolean after) {
        return money && change.truth(firm, after) == Truth.TRUE ? change.worth(firm, after) : 0;
    }

    /** 元, possible before or after; infinite when nothing bounds it. */
    public double most(int firm, boolean after) {
        return money && change.truth(firm, after) != Truth.FALSE ? change.possibleWorth(firm, after) : 0;
    }

    /** The firms whose answer changes, in their order. */
    public int[] changed() {
        return change.changed();
    }

    /** All firms as one group; nothing but zeros where there is none. */
    public GroupChange total() {
        List<GroupChange> whole = groups(List.of());
        return whole.isEmpty() ? NONE : whole.getFirst();
    }

    /** By codes of columns, see {@link BeforeAfter#groups}. Unbounded firms are counted in the total only. */
    public List<GroupChange> groups(List<GroupBy> by) {
        var changes = new ArrayList<GroupChange>();
        for (GroupCount count : change.groups(by)) {
            changes.add(new GroupChange(
                    count.codes(),
                    count.firms(),
                    standing(
                            count.firms(),
                            count.metBefore(),
                            count.notMetBefore(),
                            count.worthBefore(),
                            count.possibleBefore(),
                            by.isEmpty() ? unbounded(false) : 0),
                    standing(
                            count.firms(),
                            count.metAfter(),
                            count.notMetAfter(),
                            count.worthAfter(),
                            count.possibleAfter(),
                            by.isEmpty() ? unbounded(true) : 0),
                    count.gained(),
                    count.lost()));
        }
        return changes;
    }

    private static Standing standing(long firms, long met, long notMet, double least, double most, long unbounded) {
        return new Standing(met, firms - met - notMet, notMet, least, most, unbounded);
    }

    private long unbounded(boolean after) {
        return money ? change.unbounded(after) : 0;
    }
}
