package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Decimals on their way to doubles. */
final class Decimals {

    /** All integers up to here are doubles. */
    static final double EXACT = 0x1p53;

    private Decimals() {}

    /** Without trailing zeros, and without an exponent above 0, so that equal numbers are equal. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal scaled(BigDecimal value, int scale) {
        return value.movePointRight(scale);
    }

    static boolean isInteger(BigDecimal value) {
        return plain(value).scale() == 0;
    }

    /** The numerator of the value as a reduced fraction, without its sign. */
    static BigDecimal numerator(BigDecimal value) {
        BigDecimal plain = plain(value);
        BigInteger unscaled = plain.unscaledValue();
        BigInteger common = unscaled.gcd(BigInteger.TEN.pow(plain.scale()));
        return new BigDecimal(common.signum() == 0 ? unscaled : unscaled.divide(common)).abs();
    }

    /** The least integer not below the value, as a double; infinite beyond 2⁵³. */
    static double ceiling(BigDecimal value) {
        return clamped(value.setScale(0, RoundingMode.CEILING));
    }

    /** The greatest integer not above the value, as a double; infinite beyond 2⁵³. */
    static double floor(BigDecimal value) {
        return clamped(value.setScale(0, RoundingMode.FLOOR));
    }

    private static double clamped(BigDecimal integer) {
        double value = integer.doubleValue();
        return Math.abs(value) <= EXACT ? value : Math.copySign(Double.POSITIVE_INFINITY, value);
    }
}
