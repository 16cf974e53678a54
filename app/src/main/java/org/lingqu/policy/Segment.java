package org.lingqu.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.JoinedColumns;
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
import org.lingqu.registry.ColumnPart;

/**
 * Some thousand enterprises with what all policies say of them. What lists and counts ask is worked out once and kept in a byte
 * or two a policy and enterprise. Immutable but for rows that were overtaken.
 */
final class Segment {

    private static final Standing[] STANDINGS = Standing.values();

    private final FirmColumns columns;
    private final long[] ids;
    private final double[] revenue;
    private final List<BitSet> holding;
    private final BitSet overtaken;
    private final PolicyPlan plan;
    private final Findings findings;
    private final byte[][] standings;
    private final short[][] missed;

    private Segment(
            FirmColumns columns,
            long[] ids,
            double[] revenue,
            List<BitSet> holding,
            BitSet overtaken,
            PolicyPlan plan,
            Findings findings,
            byte[][] standings,
            short[][] missed) {
        this.columns = columns;
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

    static Segment of(List<Row> rows, List<Policy> policies, LocalDate asOf, int threads) {
        return decide(
                ColumnBuilder.of(rows.stream().map(Row::firm).toList()),
                rows.stream().mapToLong(Row::id).toArray(),
                rows.stream().mapToDouble(Row::revenue).toArray(),
                policies,
                asOf,
                threads);
    }

    /** Enterprises that were read into columns. */
    static Segment of(ColumnPart part, List<Policy> policies, LocalDate asOf) {
        return decide(part.columns(), part.ids(), part.revenue(), policies, asOf, 1);
    }

    /** What counts of several, and of some more, decided by other policies or for another day; nothing is read for it. */
    static Segment joined(List<Segment> parts, List<Row> more, List<Policy> policies, LocalDate asOf, int threads) {
        var all = new ArrayList<>(parts);
        if (!more.isEmpty()) {
            all.add(undecided(more));
        }
        return decide(
                columns(all),
                all.stream()
                        .flatMapToLong(part -> part.rows().mapToLong(part::id))
                        .toArray(),
                all.stream()
                        .flatMapToDouble(part -> part.rows().mapToDouble(part::revenue))
                        .toArray(),
                policies,
                asOf,
                threads);
    }

    /** Columns of everything that counts in several, in their order. */
    static FirmColumns columns(List<Segment> parts) {
        return JoinedColumns.of(parts.stream()
                .map(part -> new JoinedColumns.Part(part.columns, part.rows().toArray()))
                .toList());
    }

    private static Segment undecided(List<Row> rows) {
        return of(rows, List.of(), LocalDate.EPOCH, 1);
    }

    @SuppressWarnings("EnumOrdinal") // a byte each, kept in memory only
    private static Segment decide(
            FirmColumns columns, long[] ids, double[] revenue, List<Policy> policies, LocalDate asOf, int threads) {
        var plan = new PolicyPlan(policies, columns, asOf);
        Findings findings = plan.run(columns, threads);
        var holding = new ArrayList<BitSet>();
        var standings = new byte[policies.size()][ids.length];
        var missed = new short[policies.size()][ids.length];
        for (int policy = 0; policy < policies.size(); policy++) {
            holding.add(holders(policies.get(policy), columns, asOf));
            var judge = new Judge(plan.policies().get(policy), findings);
            for (int row = 0; row < ids.length; row++) {
                missed[policy][row] = (short) judge.missedAlone(row);
                standings[policy][row] =
                        (byte) judge.standing(row, missed[policy][row] >= 0).ordinal();
            }
        }
        return new Segment(columns, ids, revenue, holding, new BitSet(), plan, findings, standings, missed);
    }

    /** Who holds a title of the policy on the day. */
    private static BitSet holders(Policy policy, FirmColumns columns, LocalDate day) {
        var bits = new BitSet(columns.count());
        for (String title : policy.titles()) {
            String name = ColumnNames.title(title);
            if (columns.has(name) && columns.column(name) instanceof Column.Spans spans) {
                for (int row = 0; row < columns.count(); row++) {
                    if (spans.cover(row, (int) day.toEpochDay())) {
                        bits.set(row);
                    }
                }
            }
        }
        return bits;
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
                : new Segment(columns, ids, revenue, holding, gone, plan, findings, standings, missed);
    }

    /** How many rows there are, those overtaken among them. */
    int size() {
        return ids.length;
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
