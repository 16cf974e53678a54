package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.column.Curve;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.column.Lowering;
import org.lingqu.engine.policy.column.Node;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Policy;

/**
 * How many firms and how much money at every value of one threshold. Where the threshold is one limit that something is
 * compared with, all values are one pass over the firms; where it does something else (a border of bands, points, a rate) the
 * policy is decided once for every value.
 */
public final class ThresholdCurve {

    /**
     * What a value would mean.
     *
     * @param met firms that get it for certain
     * @param possible those and the ones for which facts or a confirmation are missing
     * @param least 元, certain for those that get it
     * @param most 元, if all possible firms had the most, unbounded ones left out
     */
    public record Point(BigDecimal value, long met, long possible, double least, double most) {}

    /** @param inOnePass false where every value was decided on its own */
    public record Result(List<Point> points, boolean inOnePass) {
        public Result {
            points = List.copyOf(points);
        }
    }

    private final FirmSource columns;
    private final LocalDate asOf;
    private final Facts facts;
    private final int threads;
    private final @Nullable PolicyBaseline decided;

    public ThresholdCurve(FirmSource columns, LocalDate asOf, Facts facts, int threads) {
        this(columns, asOf, facts, threads, null);
    }

    private ThresholdCurve(
            FirmSource columns, LocalDate asOf, Facts facts, int threads, @Nullable PolicyBaseline decided) {
        this.decided = decided;
        this.columns = columns;
        this.asOf = asOf;
        this.facts = facts;
        this.threads = threads;
    }

    /** Over the firms for which a version of the policy is decided already, so that only what changes is asked. */
    public static ThresholdCurve over(PolicyBaseline decided, LocalDate asOf, Facts facts, int threads) {
        return new ThresholdCurve(decided.firms(), asOf, facts, threads, decided);
    }

    /**
     * @param thresholds of the policy's file
     * @param values ascending, 元 for money; those with which the file is no sound policy are left out
     * @param done is told how many values are done, where each takes its time
     */
    public Result of(Thresholds thresholds, Threshold threshold, List<BigDecimal> values, IntConsumer done) {
        return of(thresholds, Map.of(), threshold, values, done);
    }

    /**
     * The same while other figures of the policy have other values as well.
     *
     * @param others values of other figures, 元 for money; one for the threshold itself is not heeded
     */
    public Result of(
            Thresholds thresholds,
            Map<Threshold, BigDecimal> others,
            Threshold threshold,
            List<BigDecimal> values,
            IntConsumer done) {
        return inOnePass(thresholds, others, threshold, values)
                .orElseGet(() -> oneByOne(new Varied(thresholds, others, threshold), values, done));
    }

    /**
     * The same as long as one pass tells all values, however many there are; empty where each would have to be decided.
     *
     * @param others values of other figures, 元 for money
     * @param values ascending, 元 for money
     */
    public Optional<Result> inOnePass(
            Thresholds thresholds, Map<Threshold, BigDecimal> others, Threshold threshold, List<BigDecimal> values) {
        return values.size() < 2 ? Optional.empty() : inOnePass(new Varied(thresholds, others, threshold), values);
    }

    /** One figure of a file, whatever the others are set to. */
    private record Varied(Thresholds thresholds, Map<Threshold, BigDecimal> others, Threshold threshold) {

        /** Empty where the file is no sound policy with the value. */
        Optional<Policy> at(BigDecimal value) {
            var values = new HashMap<>(others);
            values.put(threshold, value);
            PolicyFile file = thresholds.with(values);
            return file.problems().isEmpty() ? file.policy() : Optional.empty();
        }
    }

    private Optional<Result> inOnePass(Varied file, List<BigDecimal> values) {
        Optional<Policy> first = file.at(values.getFirst());
        Optional<Policy> last = file.at(values.getLast());
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        var lowering = new Lowering(asOf, columns::has);
        Node.Test one = lowering.lower(first.get().condition());
        Node.Test other = lowering.lower(last.get().condition());
        Entitlement money = Entitlement.of(first.get(), lowering, facts);
        if (!money.equals(Entitlement.of(last.get(), lowering, facts))) {
            return Optional.empty();
        }
        boolean asked = Entitlement.isMoney(first.get());
        return Pivot.of(one, other, values.getFirst(), values.getLast())
                .filter(pivot -> standsAlone(pivot, other))
                .map(pivot -> new Result(points(pivot, one, money, asked, values), true));
    }

    /** Whether no other rule happens to make the same comparison, which would move with the threshold. */
    private static boolean standsAlone(Pivot pivot, Node.Test other) {
        String words = other.toString();
        return !words.contains(pivot.yes().toString())
                && !words.contains(pivot.maybe().toString());
    }

    private List<Point> points(
            Pivot pivot, Node.Test decision, Entitlement money, boolean asked, List<BigDecimal> values) {
        List<Curve.Point> certain = curve(
                Parts.replace(decision, pivot.replaced(), pivot.certainly()),
                pivot.yes(),
                values,
                asked ? Optional.of(money.least()) : Optional.empty());
        List<Curve.Point> possible = curve(
                Tests.possible(Parts.replace(decision, pivot.replaced(), pivot.possibly())),
                pivot.maybe(),
                values,
                asked ? Optional.of(money.most()) : Optional.empty());
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Point(
                        values.get(i),
                        certain.get(i).met(),
                        possible.get(i).met(),
                        certain.get(i).worth(),
                        possible.get(i).worth()))
                .toList();
    }

    private List<Curve.Point> curve(
            Node.Test decision, Node.Compare pivot, List<BigDecimal> values, Optional<Node.Amount> worth) {
        return decided == null
                ? Curve.of(columns, decision, pivot, values, worth, threads)
                : decided.settled().curve(decision, pivot, values, worth, threads);
    }

    private Result oneByOne(Varied file, List<BigDecimal> values, IntConsumer done) {
        var points = new ArrayList<Point>();
        PolicyBaseline first = decided;
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            Optional<Policy> policy = file.at(value);
            if (policy.isPresent()) {
                first = first == null ? PolicyBaseline.of(policy.get(), columns, asOf, facts, threads) : first;
                Standing standing = first.with(policy.get(), threads).total().after();
                points.add(new Point(
                        value, standing.met(), standing.met() + standing.open(), standing.least(), standing.most()));
            }
            done.accept(i + 1);
        }
        return new Result(points, false);
    }
}
