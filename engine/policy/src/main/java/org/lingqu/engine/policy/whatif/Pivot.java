package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.Node;
import org.lingqu.engine.policy.rule.Comparison;

/**
 * Where a threshold stands in a decision: the one comparison that its value decides. It is found by comparing the decision
 * with the same decision for another value, so that it need not be known how a policy file became a tree.
 *
 * @param replaced the part of the decision to put {@link #certainly} and {@link #possibly} in the place of
 * @param certainly what stands for the part when the question is whether a firm is certainly in; {@link #yes} occurs in it
 * @param yes the comparison with the threshold there
 * @param possibly likewise when the question is whether a firm may be in, with {@link #maybe}
 */
record Pivot(Node.Test replaced, Node.Test certainly, Node.Compare yes, Node.Test possibly, Node.Compare maybe) {

    /** Two versions of the same part. */
    private record Pair(Node.Test one, Node.Test other, Sign sign) {}

    /** Whether a yes of the part can only help the decision. */
    private enum Sign {
        HELPS,
        HARMS,
        EITHER;

        Sign turned() {
            return switch (this) {
                case HELPS -> HARMS;
                case HARMS -> HELPS;
                case EITHER -> EITHER;
            };
        }
    }

    /** Empty when the value does anything else than being compared once with something. */
    static Optional<Pivot> of(Node.Test one, Node.Test other, BigDecimal value, BigDecimal otherValue) {
        var pairs = new ArrayList<Pair>();
        differ(one, other, Sign.HELPS, pairs);
        List<Pair> distinct = pairs.stream().distinct().toList();
        return distinct.size() == 1 ? of(distinct.getFirst(), value, otherValue) : Optional.empty();
    }

    private static Optional<Pivot> of(Pair pair, BigDecimal value, BigDecimal otherValue) {
        if (pair.one instanceof Node.Compare one && pair.other instanceof Node.Compare other) {
            return around(one, other, value, otherValue)
                    .map(found -> new Pivot(one, found.part, found.compare, found.part, found.compare));
        }
        if (pair.one instanceof Node.Agreed(Node.Compare low, Node.Compare high)
                && pair.other instanceof Node.Agreed(Node.Compare otherLow, Node.Compare otherHigh)
                && pair.sign != Sign.EITHER) {
            return ranged(
                    pair,
                    low.comparison(),
                    around(low, otherLow, value, otherValue),
                    around(high, otherHigh, value, otherValue));
        }
        return Optional.empty();
    }

    /** A range against a limit: certain is the end that is harder to pass, possible the easier one. */
    private static Optional<Pivot> ranged(
            Pair pair, Comparison comparison, Optional<Around> atLow, Optional<Around> atHigh) {
        if (atLow.isEmpty() || atHigh.isEmpty()) {
            return Optional.empty();
        }
        boolean upward = comparison == Comparison.AT_LEAST || comparison == Comparison.GREATER;
        boolean lowIsCertain = upward == (pair.sign == Sign.HELPS);
        Around certain = lowIsCertain ? atLow.get() : atHigh.get();
        Around possible = lowIsCertain ? atHigh.get() : atLow.get();
        return Optional.of(new Pivot(pair.one, certain.part, certain.compare, possible.part, possible.compare));
    }

    private record Around(Node.Test part, Node.Compare compare) {}

    private static Optional<Around> around(
            Node.Compare one, Node.Compare other, BigDecimal value, BigDecimal otherValue) {
        if (!one.comparison().isOrder() || one.comparison() != other.comparison()) {
            return Optional.empty();
        }
        if (one.left().equals(other.left())) {
            return limit(one.left(), one.comparison(), one.right(), other.right(), value, otherValue, one);
        }
        return one.right().equals(other.right())
                ? limit(one.right(), one.comparison().mirrored(), one.left(), other.left(), value, otherValue, one)
                : Optional.empty();
    }

    private static Optional<Around> limit(
            Node.Amount subject,
            Comparison comparison,
            Node.Amount limit,
            Node.Amount otherLimit,
            BigDecimal value,
            BigDecimal otherValue,
            Node.Compare whole) {
        var compare = new Node.Compare(subject, comparison, new Node.Literal(value));
        if (is(limit, value) && is(otherLimit, otherValue)) {
            return Optional.of(new Around(compare, compare));
        }
        if (limit instanceof Node.Bands bands && otherLimit instanceof Node.Bands others) {
            Node.Test within = band(bands, others, value, otherValue);
            return within == null
                    ? Optional.empty()
                    : Optional.of(new Around(new Node.Either(within, compare, whole), compare));
        }
        return Optional.empty();
    }

    private static boolean is(Node.Amount amount, BigDecimal value) {
        return amount instanceof Node.Literal(BigDecimal literal) && literal.compareTo(value) == 0;
    }

    /** Of which firms the one band that differs is asked; null when it is not one band that differs. */
    private static Node.@Nullable Test band(Node.Bands one, Node.Bands other, BigDecimal value, BigDecimal otherValue) {
        int size = one.bands().size();
        if (!one.of().equals(other.of()) || size != other.bands().size()) {
            return null;
        }
        Node.Test within = null;
        for (int i = 0; i <= size; i++) {
            BigDecimal here = i < size ? one.bands().get(i).points() : one.below();
            BigDecimal there = i < size ? other.bands().get(i).points() : other.below();
            boolean sameBorder = i == size
                    || (one.bands().get(i).from().compareTo(other.bands().get(i).from()) == 0
                            && one.bands().get(i).inclusive()
                                    == other.bands().get(i).inclusive());
            if (!sameBorder) {
                return null;
            }
            if (here.compareTo(there) != 0) {
                if (within != null || here.compareTo(value) != 0 || there.compareTo(otherValue) != 0) {
                    return null;
                }
                within = within(one, i);
            }
        }
        return within;
    }

    private static Node.Test within(Node.Bands bands, int place) {
        var ends = new ArrayList<Node.Test>();
        if (place < bands.bands().size()) {
            ends.add(reaches(bands, bands.bands().get(place)));
        }
        if (place > 0) {
            ends.add(new Node.Not(reaches(bands, bands.bands().get(place - 1))));
        }
        return new Node.All(ends);
    }

    private static Node.Test reaches(Node.Bands bands, Node.Band band) {
        return new Node.Compare(
                bands.of(), band.inclusive() ? Comparison.AT_LEAST : Comparison.GREATER, new Node.Literal(band.from()));
    }

    /** The smallest parts in which two decisions differ. */
    private static void differ(Node.Test one, Node.Test other, Sign sign, List<Pair> found) {
        if (one.equals(other)) {
            return;
        }
        if (one instanceof Node.All(var parts)
                && other instanceof Node.All(var others)
                && parts.size() == others.size()) {
            each(parts, others, sign, found);
        } else if (one instanceof Node.Any(var parts)
                && other instanceof Node.Any(var others)
                && parts.size() == others.size()) {
            each(parts, others, sign, found);
        } else if (one instanceof Node.CountAtLeast(int count, var parts)
                && other instanceof Node.CountAtLeast(int otherCount, var others)
                && count == otherCount
                && parts.size() == others.size()) {
            each(parts, others, sign, found);
        } else if (one instanceof Node.Not(var part) && other instanceof Node.Not(var otherPart)) {
            differ(part, otherPart, sign.turned(), found);
        } else if (one instanceof Node.Either(var when, var then, var otherwise)
                && other instanceof Node.Either(var otherWhen, var otherThen, var otherOtherwise)) {
            differ(when, otherWhen, Sign.EITHER, found);
            differ(then, otherThen, sign, found);
            differ(otherwise, otherOtherwise, sign, found);
        } else {
            found.add(new Pair(one, other, sign));
        }
    }

    private static void each(List<Node.Test> parts, List<Node.Test> others, Sign sign, List<Pair> found) {
        for (int i = 0; i < parts.size(); i++) {
            differ(parts.get(i), others.get(i), sign, found);
        }
    }
}
