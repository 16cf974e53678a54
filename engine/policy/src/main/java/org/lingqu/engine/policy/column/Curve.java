package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Truth;

/**
 * How many firms a policy would take at every value of one threshold. All else is settled once, with the comparison taken for
 * true, for false and for unknown; then one pass over the compared amount puts every firm that depends on it into its place.
 */
public final class Curve {

    /**
     * What a threshold would mean.
     *
     * @param met firms that would certainly be in
     * @param notMet firms that would certainly be out; all others depend on facts that are missing
     * @param worth the sum of the amount over the firms that are in, as far as it is known; 0 when none was asked for
     */
    public record Point(BigDecimal threshold, long met, long notMet, double worth) {}

    private final FirmSource firms;
    private final Plan plan;
    private final Node.Compare pivot;
    private final List<BigDecimal> thresholds;
    private final List<Sums> sums = new ArrayList<>();

    private Curve(FirmSource firms, Plan plan, Node.Compare pivot, List<BigDecimal> thresholds) {
        this.firms = firms;
        this.plan = plan;
        this.pivot = pivot;
        this.thresholds = thresholds;
    }

    /**
     * @param decision the whole condition; {@code pivot} occurs in it
     * @param pivot the comparison whose literal is the threshold; of the kind {@code >=}, {@code >}, {@code <=} or {@code <}
     * @param thresholds ascending
     * @param worth what a firm that is in brings or costs
     * @return a point for each threshold
     * @throws IllegalArgumentException if the pivot is no comparison of order with a literal, or thresholds do not ascend
     */
    public static List<Point> of(
            FirmSource columns,
            Node.Test decision,
            Node.Compare pivot,
            List<BigDecimal> thresholds,
            Optional<Node.Amount> worth,
            int threads) {
        return of(columns, new Substitution(Map.of(), Map.of()), decision, pivot, thresholds, worth, threads);
    }

    /** @param known parts that are columns */
    static List<Point> of(
            FirmSource columns,
            Substitution known,
            Node.Test decision,
            Node.Compare pivot,
            List<BigDecimal> thresholds,
            Optional<Node.Amount> worth,
            int threads) {
        if (!(pivot.right() instanceof Node.Literal) || !pivot.comparison().isOrder()) {
            throw new IllegalArgumentException("A threshold is a literal that something is compared with by order");
        }
        if (!IntStream.range(1, thresholds.size())
                .allMatch(i -> thresholds.get(i - 1).compareTo(thresholds.get(i)) < 0)) {
            throw new IllegalArgumentException("Thresholds have to ascend");
        }
        List<Node.Test> tests = new ArrayList<>();
        for (Truth truth : List.of(Truth.TRUE, Truth.FALSE, Truth.UNKNOWN)) {
            tests.add(known.in(new Substitution(Map.of(pivot, new Node.Constant(truth)), Map.of()).in(decision)));
        }
        var amounts = new ArrayList<Node.Amount>();
        amounts.add(known.in(places(pivot, thresholds)));
        worth.map(known::in).ifPresent(amounts::add);
        return new Curve(columns, new Plan(tests, amounts, columns.ranges()), pivot, thresholds).points(threads);
    }

    /** How many of the thresholds a firm's amount reaches; a banded table, so the exact second look is built in. */
    private static Node.Amount places(Node.Compare pivot, List<BigDecimal> thresholds) {
        boolean inclusive = pivot.comparison() == Comparison.AT_LEAST || pivot.comparison() == Comparison.LESS;
        var bands = new ArrayList<Node.Band>();
        for (int i = thresholds.size(); i > 0; i--) {
            bands.add(new Node.Band(thresholds.get(i - 1), inclusive, BigDecimal.valueOf(i)));
        }
        return new Node.Bands(pivot.left(), bands, BigDecimal.ZERO);
    }

    private List<Point> points(int threads) {
        plan.run(firms, threads, this::sums);
        int count = thresholds.size();
        var met = new Change(count);
        var notMet = new Change(count);
        var worth = new Change(count);
        sums.forEach(some -> {
            met.add(some.met);
            notMet.add(some.notMet);
            worth.add(some.worth);
        });
        double[] ins = met.sums();
        double[] outs = notMet.sums();
        double[] worths = worth.sums();
        double unit = plan.amounts().size() < 2
                ? 1
                : Math.pow(10, plan.amounts().get(1).shape().scale());
        return IntStream.range(0, count)
                .mapToObj(i -> new Point(thresholds.get(i), (long) ins[i], (long) outs[i], worths[i] / unit))
                .toList();
    }

    private synchronized Sums sums() {
        var some = new Sums(firms, plan, pivot.comparison(), thresholds.size());
        sums.add(some);
        return some;
    }

    /** Firms whose amount reaches exactly k thresholds, by what they are when the comparison holds and when not. */
    private static final class Sums implements Plan.Use {

        private final FirmSource firms;
        private final List<Planner.Signed> tests;
        private final int place;
        private final int worthSlot; // -1 where none was asked for
        private final boolean upward;
        private final Change met;
        private final Change notMet;
        private final Change worth;

        Sums(FirmSource firms, Plan plan, Comparison comparison, int thresholds) {
            this.firms = firms;
            tests = plan.tests();
            place = plan.amounts().getFirst().slot;
            worthSlot = plan.amounts().size() < 2 ? -1 : plan.amounts().get(1).slot;
            upward = comparison == Comparison.AT_LEAST || comparison == Comparison.GREATER;
            met = new Change(thresholds);
            notMet = new Change(thresholds);
            worth = new Change(thresholds);
        }

        @Override
        public void take(Batch batch, int first) {
            for (int word = 0; word < Rows.WORDS; word++) {
                long present = firms.present(first / 64 + word);
                long known = present & batch.valid[place][batch.validAt[place] + word];
                // whatever is said without the comparison is said at every threshold
                add(batch, word, present & ~known, 2, 2);
                add(batch, word, known, upward ? 0 : 1, upward ? 1 : 0);
            }
        }

        /** @param in the test that tells what is said when the threshold is reached, {@code out} when it is not */
        private void add(Batch batch, int word, long rows, int in, int out) {
            if (rows == 0) {
                return;
            }
            long metIn = yes(batch, in)[word] & rows;
            long metOut = yes(batch, out)[word] & rows;
            add(met, batch, word, metIn, metOut);
            add(notMet, batch, word, no(batch, in)[word] & rows, no(batch, out)[word] & rows);
            if (worthSlot >= 0) {
                long valid = batch.valid[worthSlot][batch.validAt[worthSlot] + word];
                for (long rest = (metIn | metOut) & valid; rest != 0; rest &= rest - 1) {
                    int row = word * 64 + Long.numberOfTrailingZeros(rest);
                    worth.add(
                            place(batch, row),
                            batch.x[worthSlot][batch.xAt[worthSlot] + row],
                            Rows.get(metIn, row),
                            Rows.get(metOut, row));
                }
            }
        }

        private void add(Change to, Batch batch, int word, long in, long out) {
            long always = in & out; // wherever the amount lies
            to.from(0, Long.bitCount(always));
            for (long rest = in ^ out; rest != 0; rest &= rest - 1) {
                int row = word * 64 + Long.numberOfTrailingZeros(rest);
                to.add(place(batch, row), 1, Rows.get(in, row), Rows.get(out, row));
            }
        }

        /** 0 as well where nothing is known; the threshold does not matter there. */
        private int place(Batch batch, int row) {
            return (int) batch.x[place][batch.xAt[place] + row];
        }

        private long[] yes(Batch batch, int test) {
            return batch.yes(tests.get(test).step().slot, tests.get(test).negated());
        }

        private long[] no(Batch batch, int test) {
            return batch.no(tests.get(test).step().slot, tests.get(test).negated());
        }
    }

    /** Differences between neighbours, summed up at the end. */
    private static final class Change {
        private final double[] steps;

        Change(int count) {
            steps = new double[count + 1];
        }

        /** {@code reached} counts at the thresholds below the place, {@code missed} from there on. */
        void add(int place, double amount, boolean reached, boolean missed) {
            if (reached) {
                from(0, amount);
                from(place, -amount);
            }
            if (missed) {
                from(place, amount);
            }
        }

        void from(int place, double amount) {
            steps[place] += amount;
        }

        void add(Change other) {
            for (int i = 0; i < steps.length; i++) {
                steps[i] += other.steps[i];
            }
        }

        double[] sums() {
            double[] sums = Arrays.copyOf(steps, steps.length - 1);
            for (int i = 1; i < sums.length; i++) {
                sums[i] += sums[i - 1];
            }
            return sums;
        }
    }
}
