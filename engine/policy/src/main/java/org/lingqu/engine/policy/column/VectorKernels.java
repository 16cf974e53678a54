package org.lingqu.engine.policy.column;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels with the Vector API: a comparison gives as many mask bits as the machine has lanes, shifted into the word.
 * There is nothing else inside a loop, so the compiler keeps all of it in registers.
 */
final class VectorKernels implements Kernels {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int STEP = LANES.length();

    @Override
    public void add(double[] x, int xAt, double[] y, int yAt, double[] out) {
        for (int i = 0; i < Rows.BATCH; i += STEP) {
            at(x, xAt + i).add(at(y, yAt + i)).intoArray(out, i);
        }
    }

    @Override
    public void subtract(double[] x, int xAt, double[] y, int yAt, double[] out) {
        for (int i = 0; i < Rows.BATCH; i += STEP) {
            at(x, xAt + i).sub(at(y, yAt + i)).intoArray(out, i);
        }
    }

    @Override
    public void multiply(double[] x, int xAt, double[] y, int yAt, double[] out) {
        for (int i = 0; i < Rows.BATCH; i += STEP) {
            at(x, xAt + i).mul(at(y, yAt + i)).intoArray(out, i);
        }
    }

    @Override
    public void least(double[] x, int xAt, double[] y, int yAt, double[] out) {
        for (int i = 0; i < Rows.BATCH; i += STEP) {
            at(x, xAt + i).min(at(y, yAt + i)).intoArray(out, i);
        }
    }

    @Override
    public void greatest(double[] x, int xAt, double[] y, int yAt, double[] out) {
        for (int i = 0; i < Rows.BATCH; i += STEP) {
            at(x, xAt + i).max(at(y, yAt + i)).intoArray(out, i);
        }
    }

    @Override
    public void divide(double[] x, int xAt, double[] y, int yAt, double[] out, long[] valid) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long zero = 0;
            for (int i = 0; i < 64; i += STEP) {
                DoubleVector divisor = at(y, yAt + w * 64 + i);
                at(x, xAt + w * 64 + i).div(divisor).intoArray(out, w * 64 + i);
                zero |= divisor.compare(VectorOperators.EQ, 0).toLong() << i;
            }
            valid[w] &= ~zero;
        }
    }

    @Override
    public void scale(double[] x, int xAt, double factor, double[] out) {
        for (int i = 0; i < Rows.BATCH; i += STEP) {
            at(x, xAt + i).mul(factor).intoArray(out, i);
        }
    }

    @Override
    public void atLeast(double[] x, int xAt, double c, long[] valid, int validAt, long[] t, long[] f) {
        DoubleVector border = DoubleVector.broadcast(LANES, c);
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += STEP) {
                word |= at(x, xAt + w * 64 + i)
                                .compare(VectorOperators.GE, border)
                                .toLong()
                        << i;
            }
            t[w] = word & valid[validAt + w];
            f[w] = ~word & valid[validAt + w];
        }
    }

    @Override
    public void atLeast(double[] x, int xAt, double[] y, int yAt, long[] valid, long[] t, long[] f) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += STEP) {
                int row = w * 64 + i;
                word |= at(x, xAt + row)
                                .compare(VectorOperators.GE, at(y, yAt + row))
                                .toLong()
                        << i;
            }
            t[w] = word & valid[w];
            f[w] = ~word & valid[w];
        }
    }

    @Override
    public void above(double[] x, int xAt, double c, long[] valid, int validAt, long[] t, long[] f) {
        DoubleVector border = DoubleVector.broadcast(LANES, c);
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += STEP) {
                word |= at(x, xAt + w * 64 + i)
                                .compare(VectorOperators.GT, border)
                                .toLong()
                        << i;
            }
            t[w] = word & valid[validAt + w];
            f[w] = ~word & valid[validAt + w];
        }
    }

    @Override
    public void above(double[] x, int xAt, double[] y, int yAt, long[] valid, long[] t, long[] f) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += STEP) {
                int row = w * 64 + i;
                word |= at(x, xAt + row)
                                .compare(VectorOperators.GT, at(y, yAt + row))
                                .toLong()
                        << i;
            }
            t[w] = word & valid[w];
            f[w] = ~word & valid[w];
        }
    }

    @Override
    public void equal(double[] x, int xAt, double c, long[] valid, int validAt, long[] t, long[] f) {
        DoubleVector border = DoubleVector.broadcast(LANES, c);
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += STEP) {
                word |= at(x, xAt + w * 64 + i)
                                .compare(VectorOperators.EQ, border)
                                .toLong()
                        << i;
            }
            t[w] = word & valid[validAt + w];
            f[w] = ~word & valid[validAt + w];
        }
    }

    @Override
    public void equal(double[] x, int xAt, double[] y, int yAt, long[] valid, long[] t, long[] f) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += STEP) {
                int row = w * 64 + i;
                word |= at(x, xAt + row)
                                .compare(VectorOperators.EQ, at(y, yAt + row))
                                .toLong()
                        << i;
            }
            t[w] = word & valid[w];
            f[w] = ~word & valid[w];
        }
    }

    @Override
    public boolean close(double[] x, int xAt, double[] y, int yAt, double[] error, long[] valid, long[] out) {
        long any = 0;
        for (int w = 0; w < Rows.WORDS; w++) {
            long far = 0;
            for (int i = 0; i < 64; i += STEP) {
                int row = w * 64 + i;
                far |= at(x, xAt + row)
                                .sub(at(y, yAt + row))
                                .abs()
                                .compare(VectorOperators.GE, at(error, row))
                                .toLong()
                        << i;
            }
            out[w] = ~far & valid[w];
            any |= out[w];
        }
        return any != 0;
    }

    @Override
    public void bands(double[] x, int xAt, double[] borders, double[] points, double below, double[] out) {
        for (int i = 0; i < Rows.BATCH; i += STEP) {
            DoubleVector value = at(x, xAt + i);
            DoubleVector given = DoubleVector.broadcast(LANES, below);
            for (int k = 0; k < borders.length; k++) {
                given = given.blend(points[k], value.compare(VectorOperators.GE, borders[k]));
            }
            given.intoArray(out, i);
        }
    }

    @Override
    public void choose(long[] when, int whenAt, double[] y, int yAt, double[] z, int zAt, double[] out) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = when[whenAt + w];
            for (int i = 0; i < 64; i += STEP) {
                int row = w * 64 + i;
                VectorMask<Double> chosen = VectorMask.fromLong(LANES, word >>> i);
                at(z, zAt + row).blend(at(y, yAt + row), chosen).intoArray(out, row);
            }
        }
    }

    private static DoubleVector at(double[] x, int index) {
        return DoubleVector.fromArray(LANES, x, index);
    }
}
