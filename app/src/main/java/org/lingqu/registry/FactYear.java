package org.lingqu.registry;

import java.util.Comparator;
import org.lingqu.engine.policy.fact.FactRef;

/**
 * What a value is a value of.
 *
 * @param fact name in the dictionary of facts
 * @param year calendar year, {@link FactRef#NO_YEAR} for a fact without years
 */
public record FactYear(String fact, int year) implements Comparable<FactYear> {

    private static final Comparator<FactYear> ORDER =
            Comparator.comparing(FactYear::fact).thenComparingInt(FactYear::year);

    /** A fact without years. */
    public static FactYear of(String fact) {
        return new FactYear(fact, FactRef.NO_YEAR);
    }

    /** Whether it belongs to a year. */
    public boolean isYearly() {
        return year != FactRef.NO_YEAR;
    }

    @Override
    public int compareTo(FactYear other) {
        return ORDER.compare(this, other);
    }

    /** {@code 2025年研发费用}, {@code 成立日期}. */
    @Override
    public String toString() {
        return isYearly() ? year + "年" + fact : fact;
    }
}
