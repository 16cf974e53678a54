package org.lingqu.whatif;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.whatif.FigureText;
import org.lingqu.engine.policy.whatif.Threshold;

/**
 * Which values of a threshold a curve shows: {@code cn/high-tech.rd-ratio.1}, or with its own range
 * {@code cn/high-tech.rd-ratio.1=3%..6%/0.1%}.
 *
 * @param values ascending, 元 for money
 */
public record CurveRange(Settings.Place place, List<BigDecimal> values) {

    /** More points say nothing that these do not. */
    private static final int MOST_VALUES = 2_001;

    private static final int STEPS_EACH_WAY = 20;

    /** Into how many parts a step is cut where values cost nothing; a figure that is whole stays whole. */
    private static final List<Integer> PARTS = List.of(10, 5, 4, 2);

    public CurveRange {
        values = List.copyOf(values);
    }

    /** The values with up to nine more between each two, for a curve that takes all of them in one pass. */
    public List<BigDecimal> finer() {
        if (values.size() < 2) {
            return values;
        }
        BigDecimal step = values.get(1).subtract(values.getFirst());
        boolean whole = values.stream().allMatch(CurveRange::isWhole);
        BigDecimal fine = PARTS.stream()
                .map(BigDecimal::valueOf)
                .filter(parts -> !whole || isWhole(step.divide(parts)))
                .findFirst()
                .map(step::divide)
                .orElse(step);
        var finer = new ArrayList<BigDecimal>();
        for (BigDecimal each = values.getFirst(); each.compareTo(values.getLast()) <= 0; each = each.add(fine)) {
            finer.add(plain(each));
        }
        return finer;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    /** Empty where something is wrong; the settings then hold the problems. */
    public static Optional<CurveRange> read(String text, Settings settings, List<Settings.Problem> problems)
            throws IOException {
        int equals = text.indexOf('=');
        Optional<Settings.Place> place = settings.find((equals < 0 ? text : text.substring(0, equals)).strip());
        if (place.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<BigDecimal>> values = equals < 0
                ? around(place.get().threshold(), text, problems)
                : range(text.substring(equals + 1), place.get().threshold(), text, problems);
        return values.map(all -> new CurveRange(place.get(), all));
    }

    private static Optional<List<BigDecimal>> around(
            Threshold threshold, String text, List<Settings.Problem> problems) {
        Optional<BigDecimal> value = threshold.value().filter(each -> each.signum() != 0);
        if (value.isEmpty()) {
            problems.add(new Settings.Problem(
                    "RANGE_MISSING",
                    text,
                    "这个参数没有现值，请写范围，如 " + text + "=1..10/1。It has no value to start from: write FROM..TO/STEP."));
            return Optional.empty();
        }
        BigDecimal step = step(value.get().abs());
        var values = new ArrayList<BigDecimal>();
        for (int i = -STEPS_EACH_WAY; i <= STEPS_EACH_WAY; i++) {
            BigDecimal each = plain(value.get().add(step.multiply(BigDecimal.valueOf(i))));
            if (each.signum() >= 0 == value.get().signum() > 0 || each.signum() == 0) {
                values.add(each);
            }
        }
        return Optional.of(values);
    }

    /** A round twentieth: 0.05 gives 0.0025, 365 gives 20, 70 gives 5, 50000000 gives 2500000. */
    private static BigDecimal step(BigDecimal value) {
        BigDecimal least = value.stripTrailingZeros().scale() <= 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        BigDecimal wanted = value.divide(BigDecimal.valueOf(STEPS_EACH_WAY));
        BigDecimal ten = BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 1);
        BigDecimal step = List.of("1", "2", "2.5", "5", "10").stream()
                .map(BigDecimal::new)
                .map(ten::multiply)
                .filter(each -> each.compareTo(wanted) >= 0)
                .findFirst()
                .orElse(ten);
        return least.signum() > 0 ? step.max(least).setScale(0, RoundingMode.UP) : step;
    }

    private static Optional<List<BigDecimal>> range(
            String text, Threshold threshold, String whole, List<Settings.Problem> problems) {
        int dots = text.indexOf("..");
        int slash = text.lastIndexOf('/');
        if (dots < 0) {
            problems.add(new Settings.Problem("NO_RANGE", whole, "范围写成 起..止/步长，如 3%..6%/0.1%。Write FROM..TO/STEP."));
            return Optional.empty();
        }
        String to = text.substring(dots + 2, slash < dots ? text.length() : slash);
        Optional<BigDecimal> low = figure(text.substring(0, dots), threshold, whole, problems);
        Optional<BigDecimal> high = figure(to, threshold, whole, problems);
        Optional<BigDecimal> step =
                slash < dots ? Optional.empty() : figure(text.substring(slash + 1), threshold, whole, problems);
        if (low.isEmpty() || high.isEmpty() || (step.isEmpty() && slash > dots)) {
            return Optional.empty();
        }
        BigDecimal length = high.get().subtract(low.get());
        if (length.signum() <= 0 || step.filter(each -> each.signum() <= 0).isPresent()) {
            problems.add(
                    new Settings.Problem("EMPTY_RANGE", whole, "起点应小于终点，步长应大于零。FROM is below TO and STEP above 0."));
            return Optional.empty();
        }
        BigDecimal by = step.orElseGet(() -> step(length));
        if (length.divide(by, 0, RoundingMode.DOWN).compareTo(BigDecimal.valueOf(MOST_VALUES)) >= 0) {
            problems.add(new Settings.Problem(
                    "TOO_MANY_VALUES", whole, "最多 " + MOST_VALUES + " 个值，请加大步长。Take a larger step."));
            return Optional.empty();
        }
        var values = new ArrayList<BigDecimal>();
        for (BigDecimal each = low.get(); each.compareTo(high.get()) <= 0; each = each.add(by)) {
            values.add(plain(each));
        }
        return Optional.of(values);
    }

    private static Optional<BigDecimal> figure(
            String text, Threshold threshold, String whole, List<Settings.Problem> problems) {
        return switch (FigureText.read(text, threshold)) {
            case FigureText.Fine(BigDecimal value) -> Optional.of(value);
            case FigureText.Refused(String code, String advice) -> {
                problems.add(new Settings.Problem(code, whole, advice));
                yield Optional.empty();
            }
        };
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
