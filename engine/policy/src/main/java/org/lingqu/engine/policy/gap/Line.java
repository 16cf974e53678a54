package org.lingqu.engine.policy.gap;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.rule.Rational;

/** {@code (a x + b) / (c x + d)}: how most figures of a policy depend on one figure of the firm. */
record Line(Rational a, Rational b, Rational c, Rational d) {

    static final Line X = new Line(Rational.ONE, Rational.ZERO, Rational.ZERO, Rational.ONE);

    static Line constant(Rational value) {
        return new Line(Rational.ZERO, value, Rational.ZERO, Rational.ONE);
    }

    boolean isConstant() {
        return a.signum() == 0 && c.signum() == 0;
    }

    private boolean isStraight() {
        return c.signum() == 0;
    }

    /** {@code a x + b}, as most are: nothing needs to be multiplied out then. */
    boolean isPlain() {
        return isStraight() && d.isOne();
    }

    /** The sum, or null where it is no such line. */
    @Nullable Line plus(Line other) {
        if (isPlain() && other.isPlain()) {
            return new Line(a.plus(other.a), b.plus(other.b), Rational.ZERO, Rational.ONE);
        }
        if (isStraight() && other.isStraight()) {
            return new Line(
                    a.times(other.d).plus(other.a.times(d)),
                    b.times(other.d).plus(other.b.times(d)),
                    c,
                    d.times(other.d));
        }
        if (other.isConstant()) {
            Rational more = other.b.over(other.d);
            return new Line(a.plus(more.times(c)), b.plus(more.times(d)), c, d);
        }
        return isConstant() ? other.plus(this) : null;
    }

    Line negated() {
        return new Line(Rational.ZERO.minus(a), Rational.ZERO.minus(b), c, d);
    }

    /** The product, or null where it is no such line. */
    @Nullable Line times(Line other) {
        if (other.isConstant() && other.d.isOne()) {
            return new Line(a.times(other.b), b.times(other.b), c, d);
        }
        if (other.isConstant()) {
            return new Line(a.times(other.b), b.times(other.b), c.times(other.d), d.times(other.d));
        }
        return isConstant() ? other.times(this) : null;
    }

    /** The quotient, or null where it is no such line; the divisor is not 0 everywhere. */
    @Nullable Line over(Line other) {
        if (isPlain() && other.isPlain()) {
            return new Line(a, b, other.a, other.b);
        }
        if (isStraight() && other.isStraight()) {
            return new Line(a.times(other.d), b.times(other.d), other.a.times(d), other.b.times(d));
        }
        return isConstant() || other.isConstant() ? times(new Line(other.c, other.d, other.a, other.b)) : null;
    }

    /** Whether it is 0 everywhere. */
    boolean isZero() {
        return a.signum() == 0 && b.signum() == 0;
    }

    /** Where it crosses 0; null if nowhere. */
    @Nullable Rational zero() {
        return a.signum() == 0 ? null : Rational.ZERO.minus(b).over(a);
    }
}
