package org.lingqu.engine.policy.feel.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Decimal128 arithmetic (IEEE 754-2008, 34 digits, half even). Null where there is no answer. */
public final class Numbers {

    /** How results are rounded. */
    public static final MathContext DECIMAL128 = MathContext.DECIMAL128;

    /** The largest power of ten of a decimal128. */
    private static final int LARGEST = 6_144;

    private static final int MOST_DECIMALS = 6_176;

    /** Digits carried beyond those of the answer. */
    private static final MathContext WORKING = new MathContext(50, RoundingMode.HALF_EVEN);

    private static final BigDecimal LN_10 =
            new BigDecimal("2.302585092994045684017991454684364207601101488628772976033327900967572609677");

    private Numbers() {}

    /** Rounds to decimal128. */
    public static @Nullable BigDecimal rounded(BigDecimal exact) {
        BigDecimal value = exact.round(DECIMAL128);
        if (value.signum() == 0) {
            return value.scale() > MOST_DECIMALS || value.scale() < -LARGEST ? BigDecimal.ZERO : value;
        }
        long exponent = (long) value.precision() - value.scale() - 1;
        if (exponent > LARGEST) {
            return null;
        }
        return exponent < -MOST_DECIMALS ? BigDecimal.ZERO : value;
    }

    /** {@code left / right}; null for a zero divisor. */
    public static @Nullable BigDecimal quotient(BigDecimal left, BigDecimal right) {
        return right.signum() == 0 ? null : rounded(left.divide(right, DECIMAL128));
    }

    /** {@code base ** exponent}; null where it is not a real number or out of range. */
    public static @Nullable BigDecimal power(BigDecimal base, BigDecimal exponent) {
        if (exponent.signum() == 0) {
            return BigDecimal.ONE;
        }
        if (base.signum() == 0) {
            return exponent.signum() > 0 ? BigDecimal.ZERO : null;
        }
        if (isWhole(exponent) && exponent.abs().compareTo(BigDecimal.valueOf(999_999)) <= 0) {
            return wholePower(base, exponent.intValueExact());
        }
        BigDecimal logarithm = log(base);
        return logarithm == null ? null : exp(logarithm.multiply(exponent, WORKING));
    }

    private static @Nullable BigDecimal wholePower(BigDecimal base, int exponent) {
        double digits = Math.abs(exponent) * Math.abs(base.precision() - base.scale() - 1 + 0.5);
        if (digits > 2.0 * LARGEST + 1_000_000) {
            return null;
        }
        BigDecimal positive = base.pow(Math.abs(exponent), WORKING);
        return rounded(exponent < 0 ? BigDecimal.ONE.divide(positive, WORKING) : positive);
    }

    /** Whether it has no fraction. */
    public static boolean isWhole(BigDecimal value) {
        return value.signum() == 0
                || value.scale() <= 0
                || value.stripTrailingZeros().scale() <= 0;
    }

    /** Square root; null for negative numbers. */
    public static @Nullable BigDecimal sqrt(BigDecimal value) {
        return value.signum() < 0 ? null : value.sqrt(DECIMAL128);
    }

    /** {@code e ** value}; null when it is too large. */
    public static @Nullable BigDecimal exp(BigDecimal value) {
        if (value.abs().compareTo(BigDecimal.valueOf(15_000)) > 0) {
            return value.signum() < 0 ? BigDecimal.ZERO : null;
        }
        // e^x = 10^n * e^r with |r| <= ln(10) / 2, and e^r = (e^(r/256))^256
        BigDecimal tens = value.divide(LN_10, 0, RoundingMode.HALF_EVEN);
        BigDecimal rest = value.subtract(tens.multiply(LN_10)).divide(BigDecimal.valueOf(256), WORKING);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; i < 30; i++) {
            term = term.multiply(rest, WORKING).divide(BigDecimal.valueOf(i), WORKING);
            sum = sum.add(term, WORKING);
        }
        return rounded(sum.pow(256, WORKING).scaleByPowerOfTen(tens.intValueExact()));
    }

    /** Natural logarithm; null for what is not positive. */
    public static @Nullable BigDecimal log(BigDecimal value) {
        if (value.signum() <= 0) {
            return null;
        }
        int tens = value.precision() - value.scale() - 1;
        BigDecimal mantissa = value.scaleByPowerOfTen(-tens);
        // Newton from the double's logarithm: y += 2 (m - e^y) / (m + e^y), third order.
        BigDecimal guess = BigDecimal.valueOf(Math.log(mantissa.doubleValue()));
        for (int i = 0; i < 3; i++) {
            BigDecimal power = expSeries(guess);
            BigDecimal step = mantissa.subtract(power).divide(mantissa.add(power), WORKING);
            guess = guess.add(step.add(step), WORKING);
        }
        return rounded(LN_10.multiply(BigDecimal.valueOf(tens)).add(guess));
    }

    private static BigDecimal expSeries(BigDecimal value) {
        BigDecimal rest = value.divide(BigDecimal.valueOf(256), WORKING);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; i < 30; i++) {
            term = term.multiply(rest, WORKING).divide(BigDecimal.valueOf(i), WORKING);
            sum = sum.add(term, WORKING);
        }
        return sum.pow(256, WORKING);
    }

    /** Rounds to {@code scale} decimals; null when the scale is beyond what a decimal128 can have. */
    public static @Nullable BigDecimal scaled(BigDecimal value, BigDecimal scale, RoundingMode mode) {
        if (scale.compareTo(BigDecimal.valueOf(-LARGEST + 33)) < 0
                || scale.compareTo(BigDecimal.valueOf(MOST_DECIMALS)) > 0) {
            return null;
        }
        int decimals = scale.intValue();
        return decimals >= value.scale() ? value : rounded(value.setScale(decimals, mode));
    }
}
