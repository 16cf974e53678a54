package org.lingqu.engine.policy.column;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lingqu.engine.policy.rule.Truth;

/** A decision before and after a change, for all firms: who gains, who loses, and both counted by group. */
public final class BeforeAfter {

    private final Baseline baseline;
    private final FirmSource firms;
    private final Baseline.Side before;
    private final Baseline.Side after;

    BeforeAfter(Baseline baseline, Baseline.Side after) {
        this.baseline = baseline;
        this.firms = baseline.firms();
        this.before = baseline.side();
        this.after = after;
    }

    /**
     * A decision, and what a firm brings or costs.
     *
     * @param worth of a firm that is certainly in
     * @param possibleWorth of a firm that is not certainly out
     */
    public record Variant(Node.Test decision, Optional<Node.Amount> worth, Optional<Node.Amount> possibleWorth) {

        public static Variant of(Node.Test decision) {
            return new Variant(decision, Optional.empty(), Optional.empty());
        }

        Stream<Node.Amount> worths() {
            return Stream.concat(worth.stream(), possibleWorth.stream());
        }

        boolean hasSameWorths(Variant other) {
            return worth.isPresent() == other.worth.isPresent()
                    && possibleWorth.isPresent() == other.possibleWorth.isPresent();
        }
    }

    /**
     * As {@link Baseline#of} and {@link Baseline#with}; for several changes of one decision keep the baseline.
     *
     * @throws IllegalArgumentException if only one of the two has a worth
     */
    public static BeforeAfter of(FirmSource columns, Variant before, Variant after, int threads) {
        if (!before.hasSameWorths(after)) {
            throw new IllegalArgumentException("Sums are compared when both variants have a worth");
        }
        return Baseline.of(columns, before, threads).with(after, threads);
    }

    /** One bit a firm: certainly in now and not before. */
    public long[] gained() {
        return without(after.met(), before.met());
    }

    /** One bit a firm: certainly in before and no longer. */
    public long[] lost() {
        return without(before.met(), after.met());
    }

    /** Bits of {@code these} that are not among {@code those}, of rows that stand for firms. */
    private long[] without(long[] these, long[] those) {
        long[] bits = new long[these.length];
        for (int w = 0; w < bits.length; w++) {
            bits[w] = these[w] & ~those[w] & firms.present(w);
        }
        return bits;
    }

    private Baseline.Side side(boolean isAfter) {
        return isAfter ? after : before;
    }

    /** What the decision says of a firm. */
    public Truth truth(int firm, boolean isAfter) {
        Baseline.Side side = side(isAfter);
        if (Rows.get(side.met(), firm)) {
            return Truth.TRUE;
        }
        return Rows.get(side.notMet(), firm) ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** A firm's worth whether it is in or not; infinite where it is missing. There is one. */
    public double worth(int firm, boolean isAfter) {
        return figure(side(isAfter).worth(), firm);
    }

    /** As {@link #worth}, of the possible worth. */
    public double possibleWorth(int firm, boolean isAfter) {
        return figure(side(isAfter).possibleWorth(), firm);
    }

    private static double figure(Findings.Figures figures, int firm) {
        return Rows.get(figures.valid(), firm)
                ? figures.values()[firm] / Math.pow(10, figures.scale())
                : Double.POSITIVE_INFINITY;
    }

    /** How many firms are not certainly out and have no possible worth that is known. */
    public long unbounded(boolean isAfter) {
        Baseline.Side side = side(isAfter);
        long[] valid = side.possibleWorth().valid();
        long unbounded = 0;
        for (int w = 0; w * 64 < firms.count(); w++) {
            unbounded += Long.bitCount(~side.notMet()[w] & ~valid[w] & firms.present(w));
        }
        return unbounded;
    }

    /** The firms whose answer changes, in their order. */
    public int[] changed() {
        var changed = IntStream.builder();
        for (int w = 0; w * 64 < firms.count(); w++) {
            long differs =
                    ((before.met()[w] ^ after.met()[w]) | (before.notMet()[w] ^ after.notMet()[w])) & firms.present(w);
            for (; differs != 0; differs &= differs - 1) {
                changed.add(w * 64 + Long.numberOfTrailingZeros(differs));
            }
        }
        return changed.build().toArray();
    }

    /** All firms as one group, without codes. */
    public GroupCount total() {
        return groups(List.of()).getFirst();
    }

    /**
     * Counts for every group that has a firm, ordered by code, those without a code last.
     *
     * @param by columns of codes; several give their combinations
     * @throws IllegalArgumentException if there is no such column, or it holds no codes
     */
    public List<GroupCount> groups(List<GroupBy> by) {
        return baseline.grouping(by).counts(before, after);
    }
}
