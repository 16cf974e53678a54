package org.lingqu.engine.policy.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * A number that is known at least within bounds: points that are missing or still to be judged count as an interval, so that
 * 60 of 100 can be certain although an item is open. Both ends are ordinary {@link NumberTerm}s that are never unknown.
 */
public sealed interface RangeTerm extends Term {

    /** What is certain: open items count their least. */
    NumberTerm low();

    /** What is possible: open items count their most. */
    NumberTerm high();

    /** A computed item: its points where they are known, else anything between its least and its most. */
    record Points(NumberTerm points, BigDecimal least, BigDecimal most) implements RangeTerm {
        @Override
        public NumberTerm low() {
            return new NumberTerm.Fallback(points, least);
        }

        @Override
        public NumberTerm high() {
            return new NumberTerm.Fallback(points, most);
        }
    }

    /**
     * An item whose band is computed but whose points within the band are judged (25–30): the experts' points once they are
     * known, else between {@code low} and {@code high}; those where they are unknown between {@code least} and {@code most}.
     */
    record Judgement(String item, NumberTerm from, NumberTerm to, BigDecimal least, BigDecimal most)
            implements RangeTerm {
        @Override
        public NumberTerm low() {
            return end(from, least);
        }

        @Override
        public NumberTerm high() {
            return end(to, most);
        }

        private NumberTerm end(NumberTerm open, BigDecimal whenUnknown) {
            var judged = new NumberTerm.Judged(item);
            return new NumberTerm.Choose(
                    new Condition.IsKnown(judged), judged, new NumberTerm.Fallback(open, whenUnknown));
        }
    }

    record Sum(List<RangeTerm> parts) implements RangeTerm {
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public NumberTerm low() {
            return total(RangeTerm::low);
        }

        @Override
        public NumberTerm high() {
            return total(RangeTerm::high);
        }

        private NumberTerm total(Function<RangeTerm, NumberTerm> end) {
            return parts.stream().map(end).reduce(NumberTerm.Add::new).orElseThrow();
        }
    }

    /** The better of alternatives. */
    record Best(List<RangeTerm> parts) implements RangeTerm {
        public Best {
            parts = List.copyOf(parts);
        }

        @Override
        public NumberTerm low() {
            return new NumberTerm.Max(parts.stream().map(RangeTerm::low).toList());
        }

        @Override
        public NumberTerm high() {
            return new NumberTerm.Max(parts.stream().map(RangeTerm::high).toList());
        }
    }

    /** At most so many points, however many the part has. */
    record Cap(RangeTerm part, BigDecimal most) implements RangeTerm {
        @Override
        public NumberTerm low() {
            return new NumberTerm.Min(List.of(part.low(), new NumberTerm.Literal(most)));
        }

        @Override
        public NumberTerm high() {
            return new NumberTerm.Min(List.of(part.high(), new NumberTerm.Literal(most)));
        }
    }
}
