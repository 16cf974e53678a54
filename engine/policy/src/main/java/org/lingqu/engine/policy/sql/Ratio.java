package org.lingqu.engine.policy.sql;

/**
 * An amount as SQL: a fraction of whole numbers, so that nothing is ever rounded. The amount is
 * {@code numerator / denominator / 10^scale}; it is missing where either is NULL.
 *
 * @param denominator always above 0 where it is not NULL
 * @param most how large the numerator can be, {@code below} the denominator
 */
record Ratio(String numerator, String denominator, int scale, double most, double below) {

    /** HUGEINT has 127 bits; beyond this a product might not fit. */
    static final double LARGEST = 1e37;

    static final String ONE = "1";

    Ratio {
        if (scale > 60 || scale < -60) {
            throw new IllegalArgumentException("no figure has so many decimals: " + scale);
        }
    }

    static Ratio whole(String numerator, int scale, double most) {
        return new Ratio(numerator, ONE, scale, most, 1);
    }

    boolean isWhole() {
        return denominator.equals(ONE);
    }

    Ratio at(int wanted) throws SqlRefused {
        int digits = wanted - scale;
        if (digits == 0) {
            return this;
        }
        return fitting(
                times(numerator, "1" + "0".repeat(digits) + "::HUGEINT"),
                denominator,
                wanted,
                most * Math.pow(10, digits),
                below);
    }

    static Ratio fitting(String numerator, String denominator, int scale, double most, double below) throws SqlRefused {
        if (!(most < LARGEST) || !(below < LARGEST)) {
            throw new SqlRefused("a product could have more than 37 digits");
        }
        if (numerator.length() > 100_000) {
            throw new SqlRefused("the expression would be longer than 100,000 letters");
        }
        return new Ratio(numerator, denominator, scale, most, below);
    }

    static String times(String left, String right) {
        return left.equals(ONE) ? right : right.equals(ONE) ? left : "(" + left + " * " + right + ")";
    }

    String present() {
        return isWhole()
                ? "(" + numerator + " IS NOT NULL)"
                : "(" + numerator + " IS NOT NULL AND " + denominator + " IS NOT NULL)";
    }
}
