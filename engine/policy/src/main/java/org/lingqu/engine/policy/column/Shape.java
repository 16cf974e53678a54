package org.lingqu.engine.policy.column;

/**
 * What a plan can prove about the doubles of an amount; the amount itself is {@code double / 10^scale}.
 *
 * @param exact whether the doubles are integers without any error
 * @param greatest no double is larger in size, may be infinite
 * @param divisor above 0 when the doubles are one rounded quotient of integers: how large the divisor can be
 */
record Shape(int scale, boolean exact, double greatest, double divisor) {

    static Shape integers(int scale, double greatest) {
        return new Shape(scale, greatest <= Decimals.EXACT, greatest, 0);
    }

    static Shape rounded(int scale, double greatest) {
        return new Shape(scale, false, greatest, 0);
    }

    /** Whether comparing the rounded quotient with the rounded border gives the true answer. */
    boolean provesQuotient(java.math.BigDecimal border) {
        // a/b ≠ p/q differ by at least 1/(bq); they round to one double only within 2^-52 · p/q
        return divisor > 0 && divisor * Decimals.numerator(border).doubleValue() <= 0x1p51;
    }

    /** Whether the rounded quotient has the whole part of the true one. */
    boolean provesFloor() {
        // a/b < n means a/b <= n - 1/b, which rounds to n only if bn > 2^53; and bn <= a + b
        return divisor > 0 && greatest + divisor <= Decimals.EXACT;
    }
}
