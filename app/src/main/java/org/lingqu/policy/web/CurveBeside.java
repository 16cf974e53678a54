package org.lingqu.policy.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.whatif.ThresholdCurve;
import org.lingqu.whatif.WhatIf;

/**
 * The curve of a figure over its slider, as wide as the slider: without axes, since the thumb below is the place on it. A script
 * reads from the numbers how many enterprises the place of the thumb means, so that this is told while the thumb moves.
 *
 * @param area below the line, as SVG writes it, in a field of {@value #WIDTH} by {@value #HEIGHT}
 * @param isPossible whether the line is of those that may get it, because nobody gets it for certain anywhere
 * @param now where what the file says stands; negative where that is not within the slider
 * @param values in the unit of the file, ascending, parted by blanks; so are the counts
 * @param counts of those that get it
 * @param mays of those that may get it, the certain ones included
 */
public record CurveBeside(
        String area, boolean isPossible, double now, String values, String counts, String mays, WhatIf.Curve curve) {

    public static final int WIDTH = 400;
    public static final int HEIGHT = 40;

    static CurveBeside of(WhatIf.Curve curve) {
        List<ThresholdCurve.Point> points = curve.result().points();
        boolean isPossible = points.stream().allMatch(point -> point.met() == 0);
        double least = points.getFirst().value().doubleValue();
        double length = points.getLast().value().doubleValue() - least;
        double now = curve.threshold()
                .value()
                .map(value -> (value.doubleValue() - least) / length)
                .filter(share -> share >= 0 && share <= 1)
                .map(share -> tenth(share * WIDTH))
                .orElse(-1.0);
        return new CurveBeside(
                area(points, least, length, isPossible),
                isPossible,
                now,
                points.stream()
                        .map(point ->
                                curve.threshold().unit().fromBase(point.value()).toPlainString())
                        .collect(Collectors.joining(" ")),
                points.stream().map(point -> Long.toString(point.met())).collect(Collectors.joining(" ")),
                points.stream().map(point -> Long.toString(point.possible())).collect(Collectors.joining(" ")),
                curve);
    }

    private static String area(List<ThresholdCurve.Point> points, double least, double length, boolean possible) {
        long top = Math.max(
                1,
                points.stream().mapToLong(point -> count(point, possible)).max().orElse(1));
        return points.stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "%s,%s",
                        tenth((point.value().doubleValue() - least) / length * WIDTH),
                        tenth(HEIGHT - count(point, possible) * (HEIGHT - 2.0) / top)))
                .collect(Collectors.joining(" ", "0," + HEIGHT + " ", " " + WIDTH + "," + HEIGHT));
    }

    private static long count(ThresholdCurve.Point point, boolean possible) {
        return possible ? point.possible() : point.met();
    }

    private static double tenth(double place) {
        return Math.round(place * 10) / 10.0;
    }
}
