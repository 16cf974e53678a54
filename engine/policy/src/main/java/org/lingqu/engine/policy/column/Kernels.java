package org.lingqu.engine.policy.column;

/**
 * The inner loops, one method per operation and shape, each over one batch. {@code xAt} is where the batch begins in
 * {@code x}; words of bits likewise. Results are written whole: bits beyond the valid ones are clear.
 */
interface Kernels {

    void add(double[] x, int xAt, double[] y, int yAt, double[] out);

    void subtract(double[] x, int xAt, double[] y, int yAt, double[] out);

    void multiply(double[] x, int xAt, double[] y, int yAt, double[] out);

    void least(double[] x, int xAt, double[] y, int yAt, double[] out);

    void greatest(double[] x, int xAt, double[] y, int yAt, double[] out);

    /** Quotients; {@code valid} loses the rows whose divisor is 0. */
    void divide(double[] x, int xAt, double[] y, int yAt, double[] out, long[] valid);

    void scale(double[] x, int xAt, double factor, double[] out);

    /** {@code x >= c}. */
    void atLeast(double[] x, int xAt, double c, long[] valid, int validAt, long[] t, long[] f);

    /** {@code x > c}. */
    void above(double[] x, int xAt, double c, long[] valid, int validAt, long[] t, long[] f);

    /** {@code x = c}. */
    void equal(double[] x, int xAt, double c, long[] valid, int validAt, long[] t, long[] f);

    /** {@code x >= y}, {@code valid} where both are. */
    void atLeast(double[] x, int xAt, double[] y, int yAt, long[] valid, long[] t, long[] f);

    /** {@code x > y}. */
    void above(double[] x, int xAt, double[] y, int yAt, long[] valid, long[] t, long[] f);

    /** {@code x = y}. */
    void equal(double[] x, int xAt, double[] y, int yAt, long[] valid, long[] t, long[] f);

    /** The bits of rows where {@code |x - y| < error} or no number: too close to call; an error of 0 is none. Answers whether there are any. */
    boolean close(double[] x, int xAt, double[] y, int yAt, double[] error, long[] valid, long[] out);

    /** Points by bands: {@code points[k]} from {@code borders[k]} up, borders ascending and inclusive, otherwise {@code below}. */
    void bands(double[] x, int xAt, double[] borders, double[] points, double below, double[] out);

    /** {@code y} where the bit is set, otherwise {@code z}. */
    void choose(long[] when, int whenAt, double[] y, int yAt, double[] z, int zAt, double[] out);

    /**
     * The Vector API where the module is there, otherwise plain loops with the same answers. {@code -Dlingqu.kernels=plain} asks
     * for the plain ones, to measure them.
     */
    static Kernels best() {
        return Best.KERNELS;
    }

    /** Chosen once. */
    final class Best {
        private static final Kernels KERNELS = vectors() ? new VectorKernels() : new PlainKernels();

        private Best() {}

        private static boolean vectors() {
            return !"plain".equals(System.getProperty("lingqu.kernels"))
                    && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        }
    }
}
