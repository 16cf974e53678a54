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

    private final FirmSource columns;
    private final Node.Compare pivot;
    private final List<BigDecimal> thresholds;
    private final Findings settled;
    private final boolean worthAsked;

    private Curve(
            FirmSource columns, Node.Compare pivot, List<BigDecimal> thresholds, Findings settled, boolean worthAsked) {
        this.columns = columns;
        this.pivot = pivot;
        this.thresholds = thresholds;
        this.settled = settled;
        this.worthAsked = worthAsked;
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
        if (!(pivot.right() instanceof Node.Literal) || !pivot.comparison().isOrder()) {
            throw new IllegalArgumentException("A threshold is a literal that something is compared with by order");
        }
        if (!IntStream.range(1, thresholds.size())
                .allMatch(i -> thresholds.get(i - 1).compareTo(thresholds.get(i)) < 0)) {
            throw new IllegalArgumentException("Thresholds have to ascend");
        }
        List<Node.Test> tests = new ArrayList<>();
        for (Truth truth : List.of(Truth.TRUE, Truth.FALSE, Truth.UNKNOWN)) {
            tests.add(new Substitution(Map.of(pivot, new Node.Constant(truth)), Map.of()).in(decision));
        }
        var amounts = new ArrayList<Node.Amount>();
        amounts.add(places(pivot, thresholds));
        worth.ifPresent(amounts::add);
        Findings settled = new Plan(tests, amounts, columns.ranges()).run(columns, threads);
        return new Curve(columns, pivot, thresholds, settled, worth.isPresent()).points();
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

    private List<Point> points() {
        int count = thresholds.size();
        // firms whose amount reaches exactly k thresholds, by what they are when the comparison holds and when not
        var met = new Change(count);
        var notMet = new Change(count);
        var worth = new Change(count);
        boolean upward = pivot.comparison() == Comparison.AT_LEAST || pivot.comparison() == Comparison.GREATER;
        Findings.Figures places = settled.amount(0);
        for (int row = 0; row < columns.count(); row++) {
            int place = Rows.get(places.valid(), row) ? (int) places.values()[row] : -1;
            int in = place < 0 ? 2 : upward ? 0 : 1;
            int out = place < 0 ? 2 : 1 - in;
            add(met, place, 1, Rows.get(settled.met(in), row), Rows.get(settled.met(out), row));
            add(notMet, place, 1, Rows.get(settled.notMet(in), row), Rows.get(settled.notMet(out), row));
            if (worthAsked) {
                double value = worth(row);
                add(worth, place, value, Rows.get(settled.met(in), row), Rows.get(settled.met(out), row));
            }
        }
        double[] ins = met.sums();
        double[] outs = notMet.sums();
        double[] sums = worth.sums();
        return IntStream.range(0, count)
                .mapToObj(i -> new Point(thresholds.get(i), (long) ins[i], (long) outs[i], sums[i]))
                .toList();
    }

    /** {@code reached} counts at the thresholds below the place, {@code missed} from there on. */
    private static void add(Change change, int place, double amount, boolean reached, boolean missed) {
        if (reached) {
            change.from(0, amount);
            change.from(Math.max(place, 0), -amount);
        }
        if (missed) {
            change.from(Math.max(place, 0), amount);
        }
    }

    private double worth(int row) {
        Findings.Figures figures = settled.amount(1);
        return Rows.get(figures.valid(), row) ? figures.values()[row] / Math.pow(10, figures.scale()) : 0;
    }

    /** Differences between neighbours, summed up at the end. */
    private static final class Change {
        private final double[] steps;

        Change(int count) {
            steps = new double[count + 1];
        }

        void from(int place, double amount) {
            steps[place] += amount;
        }

        double[] sums() {
            double[] sums = Arrays.copyOf(steps, steps.length - 1);
            Arrays.parallelPrefix(sums, Double::sum);
            return sums;
        }
    }
}
