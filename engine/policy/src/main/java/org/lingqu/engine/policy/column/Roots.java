package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.math.MathContext;

/** Roots in decimals, for growth rates that are not compared but computed with. */
final class Roots {

    private static final MathContext WORKING = new MathContext(50);

    private Roots() {}

    /** The root, correct to at least 34 digits, by Newton's method from the double. */
    static BigDecimal root(Fraction of, int degree) {
        BigDecimal value = new BigDecimal(of.numerator()).divide(new BigDecimal(of.denominator()), WORKING);
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal n = BigDecimal.valueOf(degree);
        BigDecimal guess = new BigDecimal(Math.pow(value.doubleValue(), 1.0 / degree), WORKING);
        for (int i = 0; i < 3; i++) {
            BigDecimal power = guess.pow(degree - 1, WORKING);
            guess = guess.multiply(BigDecimal.valueOf(degree - 1L))
                    .add(value.divide(power, WORKING))
                    .divide(n, WORKING);
        }
        return guess.round(MathContext.DECIMAL128);
    }
}
