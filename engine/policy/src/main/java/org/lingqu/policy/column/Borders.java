package org.lingqu.policy.column;

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

    private static double whole(Node.Band band, BigDecimal border) {
        return band.inclusive() ? Decimals.ceiling(border) : Decimals.floor(border) + 1;
    }

    private static double rounded(Node.Band band, BigDecimal border) {
        return band.inclusive() ? border.doubleValue() : Math.nextUp(border.doubleValue());
    }
}
