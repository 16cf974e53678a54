package org.lingqu.engine.policy.column;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far doubles may be off: running error bounds (Wilkinson), computed beside the amounts only where a comparison is not
 * proven exact. Bounds are absolute and are widened before use, which covers their own rounding. A bound of 0 says that the double
 * is the amount: only integers, and zeros made of integers, have one.
 */
final class Errors {

    /** Half a unit in the last place of 1: the relative error of one rounding. */
    static final double UNIT = 0x1p-53;

    private static final double[] NONE = new double[Rows.BATCH];

    private Errors() {}

    /** What an operation on amounts that are off adds, so that its bound does not vanish when the numbers become too small for doubles. */
    private static final double LEAST = 1e-280;

    static double widened(double error) {
        return error == 0 ? 0 : error * 1.000001 + LEAST;
    }

    /** 0 where both sides are exact, so that their sum, product or quotient is 0 only if it truly is. */
    private static double least(int leftError, int rightError) {
        return leftError < 0 && rightError < 0 ? 0 : LEAST;
    }

    static Step binary(Planner planner, Node.Operator operator, Step left, Step right, Step result) {
        return step(planner, operator, left, right, result);
    }

    static Step quotient(Planner planner, Step left, Step right, Step result) {
        return step(planner, Node.Operator.DIVIDED_BY, left, right, result);
    }

    private static Step step(Planner planner, Node.Operator operator, Step left, Step right, Step result) {
        Step e = left.error();
        Step g = right.error();
        return errorStep(
                planner,
                Planner.present(left, right, result, e, g),
                result,
                self -> new Propagated(
                        operator, left.slot, right.slot, result.slot, Planner.slotOf(e), Planner.slotOf(g), self.slot));
    }

    static Step rescaled(Planner planner, Step of, double factor, Step result) {
        Step e = of.error();
        return errorStep(
                planner,
                Planner.present(result, e),
                result,
                self -> new OfRescaled(factor, result.slot, Planner.slotOf(e), self.slot));
    }

    /** That of the amount which was taken: the other one may be a quotient by nothing. */
    static Step choice(Planner planner, Planner.Signed when, Step then, Step otherwise, Step result) {
        Step e = then.error();
        Step g = otherwise.error();
        return errorStep(
                planner,
                Planner.present(when.step(), e, g),
                result,
                self -> new OfChoice(
                        when.step().slot, when.negated(), Planner.slotOf(e), Planner.slotOf(g), self.slot));
    }

    /** That of the amount where there is one, else that of what fills in for it. */
    static Step filled(Planner planner, Step amount, Step filler, Step result) {
        Step e = amount.error();
        Step g = filler.error();
        return errorStep(
                planner,
                Planner.present(amount, e, g),
                result,
                self -> new OfFilled(amount.slot, Planner.slotOf(e), Planner.slotOf(g), self.slot));
    }

    static Step growth(Planner planner, Step last, Step base, Step result) {
        Step e = last.error();
        Step g = base.error();
        return errorStep(
                planner,
                Planner.present(last, base, result, e, g),
                result,
                self -> new OfGrowth(
                        last.slot, base.slot, result.slot, Planner.slotOf(e), Planner.slotOf(g), self.slot));
    }

    /** The widened sum of both errors, null when both amounts are exact. */
    static @Nullable Step sum(Planner planner, Step left, Step right) {
        Step e = left.error();
        Step g = right.error();
        if (e == null && g == null) {
            return null;
        }
        return errorStep(
                planner,
                Planner.present(e, g),
                left,
                self -> new Widened(Planner.slotOf(e), Planner.slotOf(g), self.slot));
    }

    private static Step errorStep(Planner planner, List<Step> inputs, Step of, Step.Emit emit) {
        return planner.amountStep(inputs, Shape.rounded(of.shape().scale(), Double.POSITIVE_INFINITY), emit);
    }

    private static double[] array(Batch b, int slot) {
        return slot < 0 ? NONE : b.x[slot];
    }

    private static int at(Batch b, int slot) {
        return slot < 0 ? 0 : b.xAt[slot];
    }

    record Propagated(Node.Operator operator, int left, int right, int result, int leftError, int rightError, int out)
            implements Operation {
        @Override
        public void run(Batch b) {
            double[] x = b.x[left];
            double[] y = b.x[right];
            double[] z = b.x[result];
            double[] e = array(b, leftError);
            double[] g = array(b, rightError);
            double[] to = b.x[out];
            int xAt = b.xAt[left];
            int yAt = b.xAt[right];
            int eAt = at(b, leftError);
            int gAt = at(b, rightError);
            double least = least(leftError, rightError);
            switch (operator) {
                case PLUS, MINUS -> sum(e, eAt, g, gAt, z, to, least);
                case TIMES -> product(x, xAt, y, yAt, e, eAt, g, gAt, z, to, least);
                case DIVIDED_BY -> quotient(y, yAt, e, eAt, g, gAt, z, to, least);
                case LEAST, GREATEST -> b.kernels.greatest(e, eAt, g, gAt, to);
            }
        }

        private static void sum(double[] e, int eAt, double[] g, int gAt, double[] z, double[] to, double least) {
            for (int i = 0; i < Rows.BATCH; i++) {
                to[i] = e[eAt + i] + g[gAt + i] + Math.abs(z[i]) * UNIT + least;
            }
        }

        private static void product(
                double[] x,
                int xAt,
                double[] y,
                int yAt,
                double[] e,
                int eAt,
                double[] g,
                int gAt,
                double[] z,
                double[] to,
                double least) {
            for (int i = 0; i < Rows.BATCH; i++) {
                to[i] = Math.abs(x[xAt + i]) * g[gAt + i]
                        + Math.abs(y[yAt + i]) * e[eAt + i]
                        + e[eAt + i] * g[gAt + i]
                        + Math.abs(z[i]) * UNIT
                        + least;
            }
        }

        private static void quotient(
                double[] y, int yAt, double[] e, int eAt, double[] g, int gAt, double[] z, double[] to, double least) {
            for (int i = 0; i < Rows.BATCH; i++) {
                double away = Math.abs(y[yAt + i]) - g[gAt + i];
                double size = Math.abs(z[i]);
                double bound = (e[eAt + i] + size * g[gAt + i]) / away * (1 + 4 * UNIT) + size * UNIT + least;
                to[i] = away > 0 ? bound : Double.POSITIVE_INFINITY;
            }
        }
    }

    record OfChoice(int when, boolean negated, int thenError, int otherwiseError, int out) implements Operation {
        @Override
        public void run(Batch b) {
            choose(b, b.yes(when, negated), 0, thenError, otherwiseError, out);
        }
    }

    record OfFilled(int amount, int error, int fillerError, int out) implements Operation {
        @Override
        public void run(Batch b) {
            choose(b, b.valid[amount], b.validAt[amount], error, fillerError, out);
        }
    }

    private static void choose(Batch b, long[] when, int whenAt, int then, int otherwise, int out) {
        b.kernels.choose(when, whenAt, array(b, then), at(b, then), array(b, otherwise), at(b, otherwise), b.x[out]);
    }

    record OfRescaled(double factor, int result, int error, int out) implements Operation {
        @Override
        public void run(Batch b) {
            double[] e = array(b, error);
            int at = at(b, error);
            for (int i = 0; i < Rows.BATCH; i++) {
                double bound = e[at + i] * factor + Math.abs(b.x[result][i]) * 3 * UNIT;
                b.x[out][i] = e[at + i] == 0 ? bound : bound + LEAST;
            }
        }
    }

    record OfGrowth(int last, int base, int result, int lastError, int baseError, int out) implements Operation {
        @Override
        public void run(Batch b) {
            double[] e = array(b, lastError);
            double[] g = array(b, baseError);
            for (int i = 0; i < Rows.BATCH; i++) {
                b.x[out][i] = bound(
                        b.x[last][b.xAt[last] + i],
                        b.x[base][b.xAt[base] + i],
                        b.x[result][i],
                        e[at(b, lastError) + i],
                        g[at(b, baseError) + i]);
            }
        }

        /** A root shrinks a relative error; library roots are off by a few units, a rounded exponent by some more. */
        private static double bound(double top, double bottom, double growth, double e, double g) {
            double ratio = top / bottom;
            double relative = (e / top + g / bottom) * 2 + UNIT;
            if (ratio == 0 && e == 0) {
                return UNIT;
            }
            return relative < 0.25 ? (1 + Math.abs(growth)) * (relative * 2 + 256 * UNIT) : Double.POSITIVE_INFINITY;
        }
    }

    record Widened(int left, int right, int out) implements Operation {
        @Override
        public void run(Batch b) {
            double[] e = array(b, left);
            double[] g = array(b, right);
            int eAt = at(b, left);
            int gAt = at(b, right);
            for (int i = 0; i < Rows.BATCH; i++) {
                b.x[out][i] = widened(e[eAt + i] + g[gAt + i]);
            }
        }
    }
}
