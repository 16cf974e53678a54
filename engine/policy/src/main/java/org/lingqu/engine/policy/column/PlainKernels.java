package org.lingqu.engine.policy.column;

/** The kernels as plain loops, for a JVM started without the Vector API. */
final class PlainKernels implements Kernels {

    @Override
    public void add(double[] x, int xAt, double[] y, int yAt, double[] out) {
        for (int i = 0; i < Rows.BATCH; i++) {
            out[i] = x[xAt + i] + y[yAt + i];
        }
    }

    @Override
    public void subtract(double[] x, int xAt, double[] y, int yAt, double[] out) {
        for (int i = 0; i < Rows.BATCH; i++) {
            out[i] = x[xAt + i] - y[yAt + i];
        }
    }

    @Override
    public void multiply(double[] x, int xAt, double[] y, int yAt, double[] out) {
        for (int i = 0; i < Rows.BATCH; i++) {
            out[i] = x[xAt + i] * y[yAt + i];
        }
    }

    @Override
    public void least(double[] x, int xAt, double[] y, int yAt, double[] out) {
        for (int i = 0; i < Rows.BATCH; i++) {
            out[i] = Math.min(x[xAt + i], y[yAt + i]);
        }
    }

    @Override
    public void greatest(double[] x, int xAt, double[] y, int yAt, double[] out) {
        for (int i = 0; i < Rows.BATCH; i++) {
            out[i] = Math.max(x[xAt + i], y[yAt + i]);
        }
    }

    @Override
    public void divide(double[] x, int xAt, double[] y, int yAt, double[] out, long[] valid) {
        for (int i = 0; i < Rows.BATCH; i++) {
            out[i] = x[xAt + i] / y[yAt + i];
        }
        for (int w = 0; w < Rows.WORDS; w++) {
            long zero = 0;
            for (int i = 0; i < 64; i++) {
                zero |= (y[yAt + w * 64 + i] == 0 ? 1L : 0L) << i;
            }
            valid[w] &= ~zero;
        }
    }

    @Override
    public void scale(double[] x, int xAt, double factor, double[] out) {
        for (int i = 0; i < Rows.BATCH; i++) {
            out[i] = x[xAt + i] * factor;
        }
    }

    @Override
    public void atLeast(double[] x, int xAt, double c, long[] valid, int validAt, long[] t, long[] f) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i++) {
                word |= (x[xAt + w * 64 + i] >= c ? 1L : 0L) << i;
            }
            t[w] = word & valid[validAt + w];
            f[w] = ~word & valid[validAt + w];
        }
    }

    @Override
    public void atLeast(double[] x, int xAt, double[] y, int yAt, long[] valid, long[] t, long[] f) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i++) {
                word |= (x[xAt + w * 64 + i] >= y[yAt + w * 64 + i] ? 1L : 0L) << i;
            }
            t[w] = word & valid[w];
            f[w] = ~word & valid[w];
        }
    }

    @Override
    public void above(double[] x, int xAt, double c, long[] valid, int validAt, long[] t, long[] f) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i++) {
                word |= (x[xAt + w * 64 + i] > c ? 1L : 0L) << i;
            }
            t[w] = word & valid[validAt + w];
            f[w] = ~word & valid[validAt + w];
        }
    }

    @Override
    public void above(double[] x, int xAt, double[] y, int yAt, long[] valid, long[] t, long[] f) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i++) {
                word |= (x[xAt + w * 64 + i] > y[yAt + w * 64 + i] ? 1L : 0L) << i;
            }
            t[w] = word & valid[w];
            f[w] = ~word & valid[w];
        }
    }

    @Override
    public void equal(double[] x, int xAt, double c, long[] valid, int validAt, long[] t, long[] f) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i++) {
                word |= (x[xAt + w * 64 + i] == c ? 1L : 0L) << i;
            }
            t[w] = word & valid[validAt + w];
            f[w] = ~word & valid[validAt + w];
        }
    }

    @Override
    public void equal(double[] x, int xAt, double[] y, int yAt, long[] valid, long[] t, long[] f) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = 0;
            for (int i = 0; i < 64; i++) {
                word |= (x[xAt + w * 64 + i] == y[yAt + w * 64 + i] ? 1L : 0L) << i;
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
            for (int i = 0; i < 64; i++) {
                int row = w * 64 + i;
                far |= (Math.abs(x[xAt + row] - y[yAt + row]) >= error[row] ? 1L : 0L) << i;
            }
            out[w] = ~far & valid[w];
            any |= out[w];
        }
        return any != 0;
    }

    @Override
    public void bands(double[] x, int xAt, double[] borders, double[] points, double below, double[] out) {
        for (int i = 0; i < Rows.BATCH; i++) {
            double value = x[xAt + i];
            double given = below;
            for (int k = 0; k < borders.length; k++) {
                given = value >= borders[k] ? points[k] : given;
            }
            out[i] = given;
        }
    }

    @Override
    public void choose(long[] when, int whenAt, double[] y, int yAt, double[] z, int zAt, double[] out) {
        for (int w = 0; w < Rows.WORDS; w++) {
            long word = when[whenAt + w];
            for (int i = 0; i < 64; i++) {
                int row = w * 64 + i;
                out[row] = ((word >>> i) & 1) != 0 ? y[yAt + row] : z[zAt + row];
            }
        }
    }
}
