package org.lingqu.engine.policy.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact number: a quotient of decimals, so that means of quotients meet their thresholds exactly. Equal numbers are equal
 * values whatever their quotient.
 */
public final class Rational implements Comparable<Rational> {

    public static final Rational ZERO = of(BigDecimal.ZERO);
    public static final Rational ONE = of(BigDecimal.ONE);

    /** Digits kept where a root has no exact value; far beyond any threshold's. */
    private static final MathContext ROOT = new MathContext(50, RoundingMode.HALF_EVEN);

    private final BigDecimal numerator;
    private final BigDecimal denominator; // above 0
    /** The denominator is 1, as of most figures of life, which are added and compared as they are. */
    private final boolean decimal;

    private Rational(BigDecimal numerator, BigDecimal denominator) {
        boolean flip = denominator.signum() < 0;
        this.numerator = flip ? numerator.negate() : numerator;
        this.denominator = flip ? denominator.negate() : denominator;
        this.decimal = this.denominator.compareTo(BigDecimal.ONE) == 0;
    }

    private Rational(BigDecimal value) {
        this.numerator = value;
        this.denominator = BigDecimal.ONE;
        this.decimal = true;
    }

    public static Rational of(BigDecimal value) {
        return new Rational(value);
    }

    public static Rational of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    public Rational plus(Rational other) {
        if (decimal && other.decimal) {
            return of(numerator.add(other.numerator));
        }
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return decimal && other.decimal
                ? of(numerator.subtract(other.numerator))
                : plus(new Rational(other.numerator.negate(), other.denominator));
    }

    public Rational times(Rational other) {
        return decimal && other.decimal
                ? of(numerator.multiply(other.numerator))
                : new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException if the other is 0 */
    public Rational over(Rational other) {
        if (other.signum() == 0) {
            throw new ArithmeticException("Division by zero");
        }
        return decimal && other.decimal
                ? new Rational(numerator, other.numerator)
                : new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** @param exponent at least 0 */
    public Rational power(int exponent) {
        return new Rational(numerator.pow(exponent), denominator.pow(exponent));
    }

    /**
     * The root of a number that is not negative, to 50 digits; exact where the root is a decimal of fewer.
     *
     * @param degree at least 1
     */
    public Rational root(int degree) {
        if (signum() == 0 || degree == 1) {
            return this;
        }
        BigDecimal value = numerator.divide(denominator, ROOT);
        BigDecimal n = BigDecimal.valueOf(degree);
        BigDecimal guess = new BigDecimal(Math.pow(value.doubleValue(), 1.0 / degree), ROOT);
        for (int i = 0; i < 6; i++) { // Newton doubles the digits each time, from 15
            BigDecimal power = guess.pow(degree - 1, ROOT);
            BigDecimal next = guess.multiply(n.subtract(BigDecimal.ONE))
                    .add(value.divide(power, ROOT))
                    .divide(n, ROOT);
            guess = next;
        }
        BigDecimal rounded = guess.round(new MathContext(30, RoundingMode.HALF_EVEN));
        return of(rounded).power(degree).equals(this) ? of(rounded) : of(guess);
    }

    /** The largest whole number that is not larger. */
    public Rational floor() {
        return of(numerator.divide(denominator, 0, RoundingMode.FLOOR));
    }

    public boolean isOne() {
        return decimal && numerator.compareTo(BigDecimal.ONE) == 0;
    }

    public int signum() {
        return numerator.signum();
    }

    public Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Rational max(Rational other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Rational other) {
        return decimal && other.decimal
                ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The value as a decimal, rounded half up to so many places. */
    public BigDecimal rounded(int places) {
        return numerator.divide(denominator, places, RoundingMode.HALF_UP);
    }

    /** The smallest decimal of so many places that is not smaller. */
    public BigDecimal roundedUp(int places) {
        return numerator.divide(denominator, places, RoundingMode.CEILING);
    }

    /** The largest decimal of so many places that is not larger. */
    public BigDecimal roundedDown(int places) {
        return numerator.divide(denominator, places, RoundingMode.FLOOR);
    }

    public double toDouble() {
        return numerator.divide(denominator, MathContext.DECIMAL64).doubleValue();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rational rational && compareTo(rational) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(toDouble());
    }

    /** Up to 12 places, without trailing zeros. */
    @Override
    public String toString() {
        BigDecimal value = rounded(12).stripTrailingZeros();
        return value.signum() == 0 ? "0" : value.toPlainString();
    }
}
