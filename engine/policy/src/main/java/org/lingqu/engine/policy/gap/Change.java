package org.lingqu.engine.policy.gap;

import java.math.BigDecimal;
import java.util.Comparator;
import org.lingqu.engine.policy.fact.FactRef;

/** One change to what is held about a firm, of a kind that a firm can bring about: see {@link org.lingqu.engine.policy.fact.Effort}. */
public sealed interface Change {

    /**
     * A figure moved just as far as it takes.
     *
     * @param unit 元 for money, of what a count is, empty for ratios
     * @param money whether the figures are 元
     */
    record Amount(FactRef ref, BigDecimal from, BigDecimal to, String unit, boolean money) implements Change {

        /** How much; negative if the figure has to fall. */
        public BigDecimal difference() {
            return to.subtract(from);
        }
    }

    /** A yes/no fact turned round. */
    record Turn(FactRef ref, boolean to) implements Change {}

    /** A title to be had. */
    record Title(String title, boolean held) implements Change {}

    /** The least effort first. */
    Comparator<Change> EASIEST = Comparator.comparingDouble(Change::effort);

    /** How much it asks for, to choose between changes of one kind: the figure's relative change, 1 for anything that is not a figure. */
    default double effort() {
        return switch (this) {
            case Amount amount -> {
                double from = Math.abs(amount.from().doubleValue());
                double by = Math.abs(amount.difference().doubleValue());
                yield from == 0 ? 1 + by / (by + 1) : by / from;
            }
            case Turn turn -> 1;
            case Title title -> 2;
        };
    }
}
