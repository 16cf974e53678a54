package org.lingqu.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.ColumnKind;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.column.ColumnShape;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.column.JoinedColumns;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.column.PolicyPlan.CriterionTests;
import org.lingqu.engine.policy.column.PolicyPlan.PolicyTests;
import org.lingqu.engine.policy.column.StackedFirms;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.match.Awards;

/**
 * Enterprises with what all policies say of them. What lists and counts ask is worked out once and kept in a byte a policy and
 * enterprise. Immutable but for rows that were overtaken.
 */
final class Segment {

    private static final Standing[] STANDINGS = Standing.values();

    /** Newer answers are put together up to here; deciding so many at once takes no time that anybody notices. */
    private static final int SMALL = 2048;

    private final FirmSource firms;
    private final long[] ids;
    private final double[] revenue;
    private final BitSet absent;
    private final Decided decided;

    private Segment(FirmSource firms, long[] ids, double[] revenue, BitSet absent, Decided decided) {
        this.firms = firms;
        this.ids = ids;
        this.revenue = revenue;
        this.absent = absent;
        this.decided = decided;
    }

    /** What does not change when rows are overtaken. */
    private static final class Decided {

        private final FirmSource firms;
        private final LocalDate day;
        private final PolicyPlan plan;
        private final Findings findings;
        private final List<BitSet> holding;
        private final List<Judge> judges;
        private final byte[][] standings;
        private @Nullable FirmSource sized; // made when first asked for

        @SuppressWarnings("EnumOrdinal") // a byte each, kept in memory only
        Decided(FirmSource firms, List<Policy> policies, LocalDate day, int threads) {
            this.firms = firms;
            this.day = day;
            plan = new PolicyPlan(policies, firms, day);
            findings = plan.run(firms, threads);
            holding =
                    policies.stream().map(policy -> holders(policy, firms, day)).toList();
            var awards = new Awards(policies);
            standings = new byte[policies.size()][firms.count()];
            judges = IntStream.range(0, policies.size())
                    .mapToObj(policy -> new Judge(
                            plan.policies().get(policy),
                            findings,
                            holding.get(policy),
                            policies,
                            awards,
                            (other, row) -> STANDINGS[standings[other][row]]))
                    .toList();
            for (List<Integer> round : rounds(judges)) {
                round.parallelStream().forEach(policy -> {
                    Judge judge = judges.get(policy);
                    for (int row = 0; row < firms.count(); row++) {
                        standings[policy][row] = (byte) judge.standing(row).ordinal();
                    }
                });
            }
        }

        /** In the order of titles: who awards one comes before whoever asks for it. What stands in a circle comes last, as it is. */
        private static List<List<Integer>> rounds(List<Judge> judges) {
            var rounds = new ArrayList<List<Integer>>();
            var done = new BitSet();
            while (done.cardinality() < judges.size()) {
                List<Integer> ready = left(judges, done)
                        .filter(policy -> judges.get(policy).first().allMatch(done::get))
                        .boxed()
                        .toList();
                List<Integer> round =
                        ready.isEmpty() ? left(judges, done).boxed().toList() : ready;
                rounds.add(round);
                round.forEach(done::set);
            }
            return rounds;
        }

        private static IntStream left(List<Judge> judges, BitSet done) {
            return IntStream.range(0, judges.size()).filter(policy -> !done.get(policy));
        }

        synchronized FirmSource sized(List<Policy> inForce, int threads) {
            if (sized == null) {
                sized = SizeColumn.beside(firms, inForce, day, threads);
            }
            return sized;
        }
    }

    /** One enterprise that is to be decided. */
    record Row(long id, Firm firm, double revenue) {}

    /**
     * Many enterprises that were read.
     *
     * @param ids their numbers
     * @param revenue in 元 as lists show it, 0 where none is held
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Read(long[] ids, double[] revenue, FirmSource firms) {}

    static Segment of(List<Row> rows, List<Policy> policies, LocalDate day, int threads) {
        FirmColumns columns = ColumnBuilder.of(rows.stream().map(Row::firm).toList());
        return new Segment(
                columns,
                rows.stream().mapToLong(Row::id).toArray(),
                rows.stream().mapToDouble(Row::revenue).toArray(),
                new BitSet(),
                new Decided(columns, policies, day, threads));
    }

    /** Enterprises that were read, all of them decided together. */
    static Segment ofRead(List<Read> parts, List<Policy> policies, LocalDate day, int threads) {
        StackedFirms firms = StackedFirms.of(
                parts.stream().map(part -> StackedFirms.Part.of(part.firms())).toList());
        var ids = new long[firms.count()];
        var revenue = new double[firms.count()];
        var absent = new BitSet(firms.count());
        absent.set(0, firms.count());
        for (int i = 0; i < parts.size(); i++) {
            Read part = parts.get(i);
            int begin = firms.begin(i);
            System.arraycopy(part.ids(), 0, ids, begin, part.ids().length);
            System.arraycopy(part.revenue(), 0, revenue, begin, part.revenue().length);
            absent.clear(begin, begin + part.ids().length);
        }
        return new Segment(firms, ids, revenue, absent, new Decided(firms, policies, day, threads));
    }

    /** The same enterprises by other policies or for another day; nothing is read for it. */
    Segment decided(List<Policy> policies, LocalDate day, int threads) {
        return new Segment(firms, ids, revenue, absent, new Decided(firms, policies, day, threads));
    }

    /** Whether some more can be decided together with these without anybody noticing the time. */
    boolean isSmall() {
        return firms instanceof FirmColumns && ids.length < SMALL;
    }

    /** What counts of a small one, and some more. */
    Segment and(List<Row> more, List<Policy> policies, LocalDate day, int threads) {
        if (more.isEmpty()) {
            return this;
        }
        FirmColumns columns = JoinedColumns.of(List.of(
                new JoinedColumns.Part((FirmColumns) firms, rows().toArray()),
                new JoinedColumns.Part(
                        ColumnBuilder.of(more.stream().map(Row::firm).toList()),
                        IntStream.range(0, more.size()).toArray())));
        return new Segment(
                columns,
                LongStream.concat(rows().mapToLong(this::id), more.stream().mapToLong(Row::id))
                        .toArray(),
                DoubleStream.concat(
                                rows().mapToDouble(this::revenue), more.stream().mapToDouble(Row::revenue))
                        .toArray(),
                new BitSet(),
                new Decided(columns, policies, day, threads));
    }

    /** Who holds a title of the policy on the day; nobody of a review, which is for holders. */
    private static BitSet holders(Policy policy, FirmSource firms, LocalDate day) {
        var bits = new BitSet(firms.count());
        if (Awards.isReview(policy)) {
            return bits;
        }
        for (String title : policy.titles()) {
            ColumnShape shape = firms.shapes().get(ColumnNames.title(title));
            if (shape != null && shape.kind() == ColumnKind.SPANS) {
                FirmSource.Window window = firms.window(List.of(shape.name()));
                var spans = (Column.Spans) window.columns().column(shape.name());
                FirmSource.each(firms, window, (row, at) -> {
                    if (spans.cover(at, (int) day.toEpochDay())) {
                        bits.set(row);
                    }
                });
            }
        }
        return bits;
    }

    /** All that is known of those that count, with how large each is; for {@link StackedFirms}. */
    StackedFirms.Part part(List<Policy> inForce, int threads) {
        return new StackedFirms.Part(decided.sized(inForce, threads), absent);
    }

    /** The same without some enterprises, whose newer answers stand elsewhere. */
    Segment without(Set<Long> newer) {
        BitSet gone = (BitSet) absent.clone();
        for (int row = 0; row < ids.length; row++) {
            if (newer.contains(ids[row])) {
                gone.set(row);
            }
        }
        return gone.equals(absent) ? this : new Segment(firms, ids, revenue, gone, decided);
    }

    /** Rows that count. */
    IntStream rows() {
        return IntStream.range(0, ids.length).filter(row -> !absent.get(row));
    }

    /** How many count. */
    int count() {
        return ids.length - absent.cardinality();
    }

    long id(int row) {
        return ids[row];
    }

    double revenue(int row) {
        return revenue[row];
    }

    /** Whether it already holds a title of the policy. */
    boolean holds(int policy, int row) {
        return decided.holding.get(policy).get(row);
    }

    PolicyTests tests(int policy) {
        return decided.plan.policies().get(policy);
    }

    PolicyPlan.Outcome outcome(CriterionTests criterion, int row) {
        return PolicyPlan.outcome(criterion, decided.findings, row);
    }

    Standing standing(int policy, int row) {
        return STANDINGS[decided.standings[policy][row]];
    }

    /** The criterion that alone stands in the way, for {@link Standing#NEAR}; else null. */
    @Nullable Criterion missedAlone(int policy, int row) {
        int place = decided.judges.get(policy).missedAlone(row);
        return place < 0 ? null : tests(policy).criteria().get(place).criterion();
    }
}
