package org.lingqu.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.column.PolicyPlan.CriterionTests;
import org.lingqu.engine.policy.column.PolicyPlan.PolicyTests;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Terms;

/**
 * Some thousand enterprises with what all policies say of them. What lists and counts ask is worked out once and kept in a byte
 * or two a policy and enterprise. Immutable but for rows that were overtaken.
 */
final class Segment {

    private static final Standing[] STANDINGS = Standing.values();

    private final long[] ids;
    private final double[] revenue;
    private final List<BitSet> holding;
    private final BitSet overtaken;
    private final PolicyPlan plan;
    private final Findings findings;
    private final byte[][] standings;
    private final short[][] missed;

    private Segment(
            long[] ids,
            double[] revenue,
            List<BitSet> holding,
            BitSet overtaken,
            PolicyPlan plan,
            Findings findings,
            byte[][] standings,
            short[][] missed) {
        this.ids = ids;
        this.revenue = revenue;
        this.holding = holding;
        this.overtaken = overtaken;
        this.plan = plan;
        this.findings = findings;
        this.standings = standings;
        this.missed = missed;
    }

    /** One enterprise that is to be decided. */
    record Row(long id, Firm firm, double revenue) {}

    @SuppressWarnings("EnumOrdinal") // a byte each, kept in memory only
    static Segment of(List<Row> rows, List<Policy> policies, LocalDate asOf, int threads) {
        var columns = ColumnBuilder.of(rows.stream().map(Row::firm).toList());
        var plan = new PolicyPlan(policies, columns, asOf);
        var holding = new ArrayList<BitSet>();
        for (Policy policy : policies) {
            var bits = new BitSet(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                var facts = rows.get(row).firm().facts();
                bits.set(
                        row, policy.titles().stream().anyMatch(title -> Boolean.TRUE.equals(facts.holds(title, asOf))));
            }
            holding.add(bits);
        }
        Findings findings = plan.run(columns, threads);
        var standings = new byte[policies.size()][rows.size()];
        var missed = new short[policies.size()][rows.size()];
        for (int policy = 0; policy < policies.size(); policy++) {
            var judge = new Judge(plan.policies().get(policy), findings);
            for (int row = 0; row < rows.size(); row++) {
                missed[policy][row] = (short) judge.missedAlone(row);
                standings[policy][row] =
                        (byte) judge.standing(row, missed[policy][row] >= 0).ordinal();
            }
        }
        return new Segment(
                rows.stream().mapToLong(Row::id).toArray(),
                rows.stream().mapToDouble(Row::revenue).toArray(),
                holding,
                new BitSet(),
                plan,
                findings,
                standings,
                missed);
    }

    /** The same without some enterprises, whose newer answers stand elsewhere. */
    Segment without(Set<Long> newer) {
        BitSet gone = (BitSet) overtaken.clone();
        for (int row = 0; row < ids.length; row++) {
            if (newer.contains(ids[row])) {
                gone.set(row);
            }
        }
        return gone.equals(overtaken)
                ? this
                : new Segment(ids, revenue, holding, gone, plan, findings, standings, missed);
    }

    /** Rows that count. */
    IntStream rows() {
        return IntStream.range(0, ids.length).filter(row -> !overtaken.get(row));
    }

    long id(int row) {
        return ids[row];
    }

    double revenue(int row) {
        return revenue[row];
    }

    /** Whether it already holds a title of the policy. */
    boolean holds(int policy, int row) {
        return holding.get(policy).get(row);
    }

    PolicyTests tests(int policy) {
        return plan.policies().get(policy);
    }

    PolicyPlan.Outcome outcome(CriterionTests criterion, int row) {
        return PolicyPlan.outcome(criterion, findings, row);
    }

    Standing standing(int policy, int row) {
        return STANDINGS[standings[policy][row]];
    }

    /** The criterion that alone stands in the way, for {@link Standing#NEAR}; else null. */
    @Nullable Criterion missedAlone(int policy, int row) {
        int place = missed[policy][row];
        return place < 0 ? null : tests(policy).criteria().get(place).criterion();
    }

    /** Reads one policy's findings. */
    private static final class Judge {

        private final PolicyTests tests;
        private final Findings findings;
        private final int[] top; // places of the criteria right below an all-of root; empty for other policies
        private final boolean[] asks;

        Judge(PolicyTests tests, Findings findings) {
            this.tests = tests;
            this.findings = findings;
            top = tests.policy().criteria() instanceof Criterion.Group whole && whole.combination() == Combination.ALL
                    ? IntStream.range(0, tests.criteria().size())
                            .filter(place -> whole.parts()
                                    .contains(tests.criteria().get(place).criterion()))
                            .toArray()
                    : new int[0];
            asks = new boolean[tests.criteria().size()];
            for (int place : top) {
                asks[place] = asksSomebody(tests.criteria().get(place).criterion());
            }
        }

        Standing standing(int row, boolean near) {
            return switch (PolicyPlan.outcome(tests, findings, row)) {
                case MET -> Standing.MET;
                case NOT_APPLICABLE -> Standing.NOT_APPLICABLE;
                case OPEN -> Standing.OPEN;
                case NOT_MET -> near ? Standing.NEAR : Standing.NOT_MET;
            };
        }

        /** Place of the one criterion that is not met, where no fact is missing for the others; else -1. */
        int missedAlone(int row) {
            if (PolicyPlan.outcome(tests, findings, row) != PolicyPlan.Outcome.NOT_MET) {
                return -1;
            }
            int missed = -1;
            for (int place : top) {
                switch (PolicyPlan.outcome(tests.criteria().get(place), findings, row)) {
                    case MET, NOT_APPLICABLE -> {}
                    case NOT_MET -> {
                        if (missed >= 0) {
                            return -1;
                        }
                        missed = place;
                    }
                    case OPEN -> {
                        if (!asks[place]) {
                            return -1;
                        }
                    }
                }
            }
            return missed;
        }

        /** Whether only people can settle it, so that "open" does not mean that a fact is missing. */
        private static boolean asksSomebody(Criterion criterion) {
            var asks = new boolean[1];
            Terms.each(
                    Combination.passes(criterion),
                    term -> asks[0] |= term instanceof Condition.Asked
                            || term instanceof NumberTerm.Judged
                            || term instanceof RangeTerm.Judgement);
            return asks[0];
        }
    }
}
