package org.lingqu.engine.text.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Check;

/** Compares what was computed with what the page states. */
final class Verdicts {

    private Verdicts() {}

    /**
     * Null when the figures on the page are too coarse to tell.
     *
     * @param computed every value those figures allow
     * @param middle what they give as they stand
     */
    static @Nullable Check compare(String rule, Interval computed, BigDecimal middle, BigDecimal stated) {
        int digits = Math.max(2, stated.scale() + 1);
        BigDecimal shown = middle.setScale(digits, RoundingMode.HALF_UP);
        Check.Verdict verdict = middle.compareTo(stated) == 0 ? Check.Verdict.AGREES : verdict(computed, stated);
        BigDecimal width = computed.high().subtract(computed.low());
        boolean coarse = width.compareTo(BigDecimal.valueOf(3).movePointLeft(stated.scale())) > 0;
        return coarse && verdict != Check.Verdict.CONTRADICTS ? null : new Check(rule, shown, stated, verdict);
    }

    private static Check.Verdict verdict(Interval computed, BigDecimal stated) {
        if (computed.isExact()) {
            return verdict(computed.low(), stated);
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(stated.scale());
        BigDecimal half = unit.multiply(new BigDecimal("0.5"));
        if (computed.overlaps(new Interval(stated.subtract(half), stated.add(half)))) {
            return Check.Verdict.ROUNDED;
        }
        boolean truncated = computed.overlaps(new Interval(stated, stated.add(unit)));
        return truncated ? Check.Verdict.TRUNCATED : Check.Verdict.CONTRADICTS;
    }

    private static Check.Verdict verdict(BigDecimal computed, BigDecimal stated) {
        if (computed.compareTo(stated) == 0) {
            return Check.Verdict.AGREES;
        }
        int scale = stated.scale();
        if (computed.setScale(scale, RoundingMode.HALF_UP).compareTo(stated) == 0) {
            return Check.Verdict.ROUNDED;
        }
        return computed.setScale(scale, RoundingMode.DOWN).compareTo(stated) == 0
                ? Check.Verdict.TRUNCATED
                : Check.Verdict.CONTRADICTS;
    }
}
