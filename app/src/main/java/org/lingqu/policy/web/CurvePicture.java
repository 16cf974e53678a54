package org.lingqu.policy.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.whatif.ThresholdCurve;
import org.lingqu.whatif.WhatIf;

/**
 * The curve of a figure as lines in a picture of {@value #WIDTH} by {@value #HEIGHT}: how many enterprises get it for certain, and
 * how many may.
 *
 * @param met points of the line, as SVG writes them
 * @param possible of those that may get it, {@code met} included
 * @param across numbers along the axis of values
 * @param up numbers along the axis of enterprises
 * @param marks values that matter: what the file says, what was typed
 * @param told the points that the table beside it tells: those that are marked, and of many others each so many
 */
public record CurvePicture(
        String met,
        String possible,
        List<Tick> across,
        List<Tick> up,
        List<Mark> marks,
        List<ThresholdCurve.Point> told) {

    public static final int WIDTH = 560;
    public static final int HEIGHT = 240;
    public static final int LEFT = 56;
    public static final int RIGHT = 546;
    public static final int TOP = 46;
    public static final int BOTTOM = 206;

    private static final int GAPS_ACROSS = 4;
    private static final int GAPS_UP = 4;

    /** Longer tables nobody reads; the export has every point. */
    private static final int MOST_TOLD = 50;

    public CurvePicture {
        told = List.copyOf(told);
        across = List.copyOf(across);
        up = List.copyOf(up);
        marks = List.copyOf(marks);
    }

    /** A number beside an axis. */
    public record Tick(double at, String words) {}

    /**
     * An upright line.
     *
     * @param style name of its class
     */
    public record Mark(double at, String style) {

        /** Where its word stands: a line for each, so that close ones can be read. */
        public int line() {
            return switch (style) {
                case "now" -> TOP - 30;
                case "first" -> TOP - 18;
                default -> TOP - 6;
            };
        }
    }

    /** A value that is marked. */
    record Marked(BigDecimal value, String style) {}

    static CurvePicture of(WhatIf.Curve curve, List<Marked> marked) {
        List<ThresholdCurve.Point> points = curve.result().points();
        if (points.isEmpty()) {
            return new CurvePicture("", "", List.of(), List.of(), List.of(), List.of());
        }
        double least = points.getFirst().value().doubleValue();
        double most = points.getLast().value().doubleValue();
        long top = round(
                points.stream().mapToLong(ThresholdCurve.Point::possible).max().orElse(0));
        var frame = new Frame(least, most, top);
        var across = new ArrayList<Tick>();
        for (int i = 0; i <= GAPS_ACROSS; i++) {
            BigDecimal value = points.get((points.size() - 1) * i / GAPS_ACROSS).value();
            across.add(new Tick(frame.x(value.doubleValue()), curve.threshold().shown(value)));
        }
        List<Tick> up = IntStream.rangeClosed(0, GAPS_UP)
                .mapToObj(i -> new Tick(
                        frame.y(top * i / (double) GAPS_UP), String.format(Locale.ROOT, "%,d", top * i / GAPS_UP)))
                .toList();
        return new CurvePicture(
                points.stream()
                        .map(point -> frame.point(point.value(), point.met()))
                        .collect(Collectors.joining(" ")),
                points.stream()
                        .map(point -> frame.point(point.value(), point.possible()))
                        .collect(Collectors.joining(" ")),
                across.stream().distinct().toList(),
                up,
                marked.stream()
                        .filter(each -> each.value().doubleValue() >= least
                                && each.value().doubleValue() <= most)
                        .map(each -> new Mark(frame.x(each.value().doubleValue()), each.style()))
                        .toList(),
                told(points, marked));
    }

    private static List<ThresholdCurve.Point> told(List<ThresholdCurve.Point> points, List<Marked> marked) {
        int each = 1 + (points.size() - 1) / MOST_TOLD;
        return IntStream.range(0, points.size())
                .filter(i -> i % each == 0
                        || marked.stream()
                                .anyMatch(one ->
                                        one.value().compareTo(points.get(i).value()) == 0))
                .mapToObj(points::get)
                .toList();
    }

    /** Up to a number whose quarters are whole. */
    private static long round(long count) {
        long step = 4;
        while (step * 10 < count) {
            step *= 10;
        }
        return Math.max(step, (count + step - 1) / step * step);
    }

    private record Frame(double least, double most, long top) {

        double x(double value) {
            double share = most == least ? 0.5 : (value - least) / (most - least);
            return tenth(LEFT + share * (RIGHT - LEFT));
        }

        double y(double count) {
            return tenth(BOTTOM - count / top * (BOTTOM - TOP));
        }

        String point(BigDecimal value, long count) {
            return x(value.doubleValue()) + "," + y((double) count);
        }

        private static double tenth(double place) {
            return Math.round(place * 10) / 10.0;
        }
    }
}
