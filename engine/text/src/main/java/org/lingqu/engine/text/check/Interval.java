package org.lingqu.engine.text.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** All values a stated figure may stand for: a count stands for itself, 5.2万亿元 for anything that rounds to it. */
record Interval(BigDecimal low, BigDecimal high) {

    private static final MathContext DOWN = new MathContext(34, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    static Interval exact(BigDecimal value) {
        return new Interval(value, value);
    }

    /** Everything that half a unit in the last digit lets a figure stand for. */
    static Interval rounded(BigDecimal value) {
        BigDecimal half = value.ulp().multiply(HALF);
        return new Interval(value.subtract(half), value.add(half));
    }

    boolean isExact() {
        return low.compareTo(high) == 0;
    }

    boolean overlaps(Interval other) {
        return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }

    Interval plus(Interval other) {
        return new Interval(low.add(other.low), high.add(other.high));
    }

    Interval minus(Interval other) {
        return new Interval(low.subtract(other.high), high.subtract(other.low));
    }

    Interval times(BigDecimal positive) {
        return new Interval(low.multiply(positive), high.multiply(positive));
    }

    /**
     * For intervals of nothing below zero.
     *
     * @throws ArithmeticException if {@code other} reaches down to zero
     */
    Interval over(Interval other) {
        if (other.low.signum() <= 0) {
            throw new ArithmeticException("cannot divide by " + other);
        }
        return new Interval(low.divide(other.high, DOWN), high.divide(other.low, UP));
    }

    BigDecimal middle() {
        return low.add(high).multiply(HALF);
    }
}
