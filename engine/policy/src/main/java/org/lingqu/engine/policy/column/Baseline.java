package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.lingqu.engine.policy.column.BeforeAfter.Variant;

/**
 * A decision settled for all firms and kept with its parts, so that a variant of it costs only what the variant changes: a part
 * that both have is a column here. Holds two bits a firm for every part, at most {@value #MOST_TESTS} of them, eight bytes for
 * some amounts, and four bytes for every grouping that was asked for. Safe for use by many threads.
 */
public final class Baseline {

    private static final int MOST_TESTS = 128;
    private static final int MOST_AMOUNTS = 8;
    private static final String NAME = "已定:";

    private final FirmSource firms;
    private final Side side;

    /** The firms' columns and one for every part that is settled. */
    private final FirmSource settled;

    private final Substitution substitution;
    private final Map<List<GroupBy>, Grouping> groupings = new ConcurrentHashMap<>();

    /**
     * How all firms stand with one variant.
     *
     * @param worths by the amount they are of
     */
    @SuppressWarnings("ArrayRecordComponent") // the arrays are the point; nobody compares these records
    record Side(Variant variant, long[] met, long[] notMet, Map<Node.Amount, Findings.Figures> worths) {

        Findings.Figures worth() {
            return Objects.requireNonNull(worths.get(variant.worth().orElseThrow()));
        }

        Findings.Figures possibleWorth() {
            return Objects.requireNonNull(worths.get(variant.possibleWorth().orElseThrow()));
        }
    }

    private Baseline(FirmSource firms, Side side, FirmSource settled, Substitution substitution) {
        this.firms = firms;
        this.side = side;
        this.settled = settled;
        this.substitution = substitution;
    }

    /** Decides a variant for every firm; the answers do not depend on the number of threads. */
    public static Baseline of(FirmSource firms, Variant variant, int threads) {
        var parts = new Parts(variant.decision());
        List<Node.Test> tests = new ArrayList<>(parts.tests);
        tests.addFirst(variant.decision());
        List<Node.Amount> amounts = new ArrayList<>(parts.amounts);
        variant.worths().forEach(amounts::add);
        var plan = new Plan(tests, amounts, firms.ranges());
        Findings findings = plan.run(firms, threads);

        List<Column> all = new ArrayList<>();
        Map<Node.Test, Node.Test> knownTests = new HashMap<>();
        for (int i = 1; i < tests.size(); i++) {
            String name = NAME + i;
            all.add(flags(name, firms, findings.met(i), findings.notMet(i)));
            knownTests.put(tests.get(i), new Node.Flag(name));
        }
        Map<Node.Amount, Node.Amount> knownAmounts = new HashMap<>();
        for (int i = 0; i < parts.amounts.size(); i++) {
            Findings.Figures figures = findings.amount(i);
            Shape shape = plan.amounts().get(i).shape();
            if (shape.exact()) {
                String name = NAME + "数" + i;
                all.add(figures(name, firms, figures, shape.greatest()));
                knownAmounts.put(parts.amounts.get(i), new Node.Figure(name));
            }
        }
        Map<Node.Amount, Findings.Figures> worths = new LinkedHashMap<>();
        for (int i = parts.amounts.size(); i < amounts.size(); i++) {
            worths.put(amounts.get(i), findings.amount(i));
        }
        return new Baseline(
                firms,
                new Side(variant, findings.met(0), findings.notMet(0), worths),
                WidenedFirms.of(firms, new FirmColumns(firms.count(), all)),
                new Substitution(knownTests, knownAmounts));
    }

    private static Column.Flags flags(String name, FirmSource firms, long[] met, long[] notMet) {
        long[] values = new long[met.length];
        long[] valid = new long[met.length];
        for (int w = 0; w < met.length; w++) {
            long rows = firms.present(w);
            values[w] = met[w] & rows;
            valid[w] = (met[w] | notMet[w]) & rows;
        }
        return new Column.Flags(name, values, valid);
    }

    /** As a column is: nothing valid where there is no firm, and 0 where nothing is valid. */
    private static Column.Figures figures(String name, FirmSource firms, Findings.Figures figures, double greatest) {
        double[] values = figures.values().clone();
        long[] valid = new long[figures.valid().length];
        for (int w = 0; w < valid.length; w++) {
            valid[w] = figures.valid()[w] & firms.present(w);
            for (long rest = ~valid[w]; rest != 0; rest &= rest - 1) {
                values[w * 64 + Long.numberOfTrailingZeros(rest)] = 0;
            }
        }
        return new Column.Figures(name, figures.scale(), values, valid, greatest);
    }

    /** The parts of a decision, the large ones first: whatever changes, the rest is made of some of them. */
    private static final class Parts {

        private final Set<Node.Test> tests = new LinkedHashSet<>();
        private final List<Node.Amount> amounts = new ArrayList<>();

        Parts(Node.Test decision) {
            var open = new ArrayDeque<Node.Test>(List.of(decision));
            while (!open.isEmpty() && tests.size() < MOST_TESTS) {
                Node.Test test = open.poll();
                parts(test).forEach(open::add);
                if (!(test instanceof Node.Flag || test instanceof Node.Constant || test instanceof Node.Not)) {
                    tests.add(test);
                }
                if (test instanceof Node.Compare(var left, var comparison, var right)) {
                    amount(left);
                    amount(right);
                }
            }
        }

        private static Stream<Node.Test> parts(Node.Test test) {
            return switch (test) {
                case Node.All(var of) -> of.stream();
                case Node.Any(var of) -> of.stream();
                case Node.CountAtLeast(int count, var of) -> of.stream();
                case Node.Not(var of) -> Stream.of(of);
                case Node.Either(var when, var then, var otherwise) -> Stream.of(when, then, otherwise);
                case Node.Agreed(var one, var other) -> Stream.of(one, other);
                case Node.Compare leaf -> Stream.empty();
                case Node.Among leaf -> Stream.empty();
                case Node.Begins leaf -> Stream.empty();
                case Node.Includes leaf -> Stream.empty();
                case Node.Covers leaf -> Stream.empty();
                case Node.Flag leaf -> Stream.empty();
                case Node.Present leaf -> Stream.empty();
                case Node.Constant leaf -> Stream.empty();
            };
        }

        /** Scores are what is worth keeping: sums of choices and bands. */
        private void amount(Node.Amount amount) {
            boolean large = amount instanceof Node.Arithmetic sum && !(sum.left() instanceof Node.Figure);
            if (large && amounts.size() < MOST_AMOUNTS && !amounts.contains(amount)) {
                amounts.add(amount);
            }
        }
    }

    FirmSource firms() {
        return firms;
    }

    Side side() {
        return side;
    }

    Grouping grouping(List<GroupBy> by) {
        return groupings.computeIfAbsent(List.copyOf(by), each -> new Grouping(firms, each, side));
    }

    /** As {@link Curve#of}, with the parts that are settled here. */
    public List<Curve.Point> curve(
            Node.Test decision,
            Node.Compare pivot,
            List<BigDecimal> thresholds,
            Optional<Node.Amount> worth,
            int threads) {
        return Curve.of(settled, substitution, decision, pivot, thresholds, worth, threads);
    }

    /**
     * Decides another variant for every firm.
     *
     * @throws IllegalArgumentException if one variant has a worth that the other has not
     */
    public BeforeAfter with(Variant after, int threads) {
        if (!after.hasSameWorths(side.variant)) {
            throw new IllegalArgumentException("Sums are compared when both variants have a worth");
        }
        List<Node.Amount> changed = after.worths()
                .distinct()
                .filter(worth -> !side.worths.containsKey(worth))
                .toList();
        var plan = new Plan(
                List.of(substitution.in(after.decision())),
                changed.stream().map(substitution::in).toList(),
                settled.ranges());
        Findings findings = plan.run(settled, threads);
        Map<Node.Amount, Findings.Figures> worths = new HashMap<>(side.worths);
        for (int i = 0; i < changed.size(); i++) {
            worths.put(changed.get(i), findings.amount(i));
        }
        return new BeforeAfter(this, new Side(after, findings.met(0), findings.notMet(0), worths));
    }
}
