package org.lingqu.engine.policy.column;

import java.math.BigDecimal;

/**
 * The borders of a banded table as doubles, ascending and all inclusive, beside the points from each border up.
 *
 * @param proven whether comparing with these borders gives the true band for every double of the subject
 * @param shape of the points
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are the point; nobody compares these records
record Borders(double[] from, double[] points, double below, boolean proven, Shape shape) {

    static Borders of(Node.Bands node, Shape subject) {
        int scale = node.bands().stream()
                .mapToInt(band -> band.points().scale())
                .max()
                .orElse(0);
        scale = Math.max(scale, node.below().scale());
        int count = node.bands().size();
        var from = new double[count];
        var points = new double[count];
        boolean proven = true;
        double below = Decimals.scaled(node.below(), scale).doubleValue();
        double greatest = Math.abs(below);
        for (int i = 0; i < count; i++) {
            Node.Band band = node.bands().get(count - 1 - i);
            BigDecimal border = Decimals.scaled(band.from(), subject.scale());
            proven &= subject.exact() || subject.provesQuotient(border);
            from[i] = subject.exact() ? whole(band, border) : rounded(band, border);
            points[i] = Decimals.scaled(band.points(), scale).doubleValue();
            greatest = Math.max(greatest, Math.abs(points[i]));
        }
        return new Borders(from, points, below, proven, Shape.integers(scale, greatest));
    }

    /** From so many borders on a search beats comparing with every border. */
    private static final int MANY = 24;

    void look(Batch b, int of, int out) {
        double[] x = b.x[of];
        int at = b.xAt[of];
        double[] result = b.x[out];
        if (from.length < MANY) {
            b.kernels.bands(x, at, from, points, below, result);
            return;
        }
        for (int i = 0; i < Rows.BATCH; i++) {
            int band = band(x[at + i]);
            result[i] = band == 0 ? below : points[band - 1];
        }
    }

    /** How many borders a value reaches. */
    int band(double x) {
        int low = 0;
        int length = from.length;
        while (length > 0) {
            int half = (length + 1) >>> 1;
            // no branch on the data: the hardware would guess it wrong half of the time
            low += from[low + half - 1] <= x ? half : 0;
            length -= half;
        }
        return low;
    }

    private static double whole(Node.Band band, BigDecimal border) {
        return band.inclusive() ? Decimals.ceiling(border) : Decimals.floor(border) + 1;
    }

    private static double rounded(Node.Band band, BigDecimal border) {
        return band.inclusive() ? border.doubleValue() : Math.nextUp(border.doubleValue());
    }
}
