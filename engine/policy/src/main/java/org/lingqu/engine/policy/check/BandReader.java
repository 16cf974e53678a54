package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.feel.Feel;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Parsed;
import org.lingqu.engine.policy.feel.syntax.UnaryTests;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Yaml;

/** Reads {@code of: 销售收入.上年} with {@code bands: {"<= 5000 * 万元": 0.05, …}} and checks that the bands cover every value once. */
final class BandReader {

    private final Draft draft;

    BandReader(Draft draft) {
        this.draft = draft;
    }

    Optional<BandTable> read(Fields fields) {
        Optional<Typed.Num> subject = fields.needScalar("of").flatMap(draft::number);
        List<Yaml.Entry> entries = fields.entries("bands");
        if (entries.isEmpty()) {
            draft.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of("缺少「bands」，或里面没有内容", "\"bands\" is missing or empty"));
        }
        List<Typed.Num> values = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        for (Yaml.Entry entry : entries) {
            band(entry, subject.map(Typed.Num::unit).orElse(Unit.PLAIN), subject.isPresent(), values)
                    .ifPresent(bands::add);
        }
        if (bands.size() < entries.size() || bands.isEmpty() || subject.isEmpty()) {
            return Optional.empty();
        }
        bands.sort(Band.BY_LOW);
        cover(bands, new Bounds(draft.scope().facts()).least(subject.get().term()));
        Unit unit = values.stream()
                .map(Typed.Num::unit)
                .filter(u -> u.money() != 0)
                .findFirst()
                .orElse(Unit.PLAIN);
        return Optional.of(new BandTable(subject.get().term(), bands, unit));
    }

    private Optional<Band> band(Yaml.Entry entry, Unit unit, boolean unitKnown, List<Typed.Num> values) {
        Optional<Interval> interval = interval(entry.key(), unit, unitKnown);
        List<BigDecimal> points = values(entry.value(), values);
        if (interval.isEmpty() || points.isEmpty()) {
            return Optional.empty();
        }
        Interval in = interval.get();
        return Optional.of(new Band(
                entry.key().place(),
                entry.key().text(),
                in.low,
                in.lowIncluded,
                in.high,
                in.highIncluded,
                points.getFirst(),
                points.getLast()));
    }

    private record Interval(
            @org.jspecify.annotations.Nullable BigDecimal low,
            boolean lowIncluded,
            @org.jspecify.annotations.Nullable BigDecimal high,
            boolean highIncluded) {}

    private Optional<Interval> interval(Yaml.Scalar key, Unit unit, boolean unitKnown) {
        var reports = new Reports(key, draft.problems());
        return switch (Feel.parseUnaryTests(key.text(), draft.scope().allNames())) {
            case Parsed.Broken<UnaryTests>(var found) -> {
                Compiler.broken(reports, found);
                yield Optional.empty();
            }
            case Parsed.Tree<UnaryTests>(UnaryTests tests)
            when tests.tests().size() == 1 && !tests.negated() ->
                interval(tests.tests().getFirst(), unit, unitKnown, reports);
            case Parsed.Tree<UnaryTests> other -> {
                reports.report(
                        0,
                        ProblemCode.WRONG_VALUE,
                        Phrase.of(
                                "一档是一个区间，如「>= 0.3」或「[0.2..0.3)」，现在是「{0}」",
                                "a band is one interval like \">= 0.3\" or \"[0.2..0.3)\", found \"{0}\"", key.text()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Interval> interval(Expression test, Unit unit, boolean unitKnown, Reports reports) {
        return switch (test) {
            case Expression.Range range ->
                end(range.low(), unit, unitKnown, reports)
                        .flatMap(low -> end(range.high(), unit, unitKnown, reports)
                                .map(high -> new Interval(low, range.lowIncluded(), high, range.highIncluded())));
            case Expression.OpenRange open ->
                end(open.end(), unit, unitKnown, reports).map(end -> switch (open.operator()) {
                    case LESS -> new Interval(null, false, end, false);
                    case LESS_OR_EQUAL -> new Interval(null, false, end, true);
                    case GREATER -> new Interval(end, false, null, false);
                    case GREATER_OR_EQUAL -> new Interval(end, true, null, false);
                    case EQUAL, NOT_EQUAL -> new Interval(end, true, end, true);
                });
            default -> end(test, unit, unitKnown, reports).map(point -> new Interval(point, true, point, true));
        };
    }

    private Optional<BigDecimal> end(Expression expression, Unit unit, boolean unitKnown, Reports reports) {
        Typed typed = Compiler.compile(expression, draft.scope(), reports);
        if (!(typed instanceof Typed.Num number)
                || Folding.constant(number.term()).isEmpty()) {
            if (!(typed instanceof Typed.Broken)) {
                reports.report(
                        expression,
                        ProblemCode.WRONG_TYPE,
                        Phrase.of(
                                "档的端点要写固定的数，现在是「{0}」",
                                "the end of a band is a constant number, found \"{0}\"", reports.text(expression)));
            }
            return Optional.empty();
        }
        boolean zero = Folding.constant(number.term()).orElseThrow().signum() == 0;
        if (unitKnown && !zero && !number.unit().fits(unit)) {
            reports.report(
                    expression,
                    ProblemCode.WRONG_UNIT,
                    Phrase.of(
                            "档的端点是{0}，要分档的却是{1}",
                            "the band ends at {0}, but what is looked up is {1}",
                            number.unit().says(),
                            unit.says()));
            return Optional.empty();
        }
        return Folding.constant(number.term());
    }

    /** One value, or the least and the most that may be judged. */
    private List<BigDecimal> values(Yaml yaml, List<Typed.Num> values) {
        List<Yaml> items = yaml instanceof Yaml.Sequence list ? list.items() : List.of(yaml);
        List<BigDecimal> points = new ArrayList<>();
        for (Yaml item : items) {
            if (item instanceof Yaml.Scalar scalar) {
                draft.number(scalar)
                        .ifPresent(number -> Folding.constant(number.term())
                                .ifPresentOrElse(
                                        value -> {
                                            points.add(value);
                                            values.add(number);
                                        },
                                        () -> draft.report(
                                                scalar.place(),
                                                ProblemCode.WRONG_TYPE,
                                                Phrase.of(
                                                        "档的值要写固定的数，现在是「{0}」",
                                                        "the value of a band is a constant number, found \"{0}\"",
                                                        scalar.text()))));
            }
        }
        boolean right = points.size() == items.size()
                && !points.isEmpty()
                && points.size() <= 2
                && points.getFirst().compareTo(points.getLast()) <= 0;
        if (!right && points.size() == items.size()) {
            draft.report(
                    yaml.place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of(
                            "每档写一个数，或最少和最多，如 [7, 8]",
                            "a band gives one number, or the least and the most like [7, 8]"));
        }
        return right ? points : List.of();
    }

    private void cover(List<Band> bands, Optional<BigDecimal> least) {
        for (Band band : bands) {
            boolean below = least.isPresent()
                    && band.high() != null
                    && (band.high().compareTo(least.get()) < 0
                            || (band.high().compareTo(least.get()) == 0 && !band.highIncluded()));
            if (band.isEmpty() || below) {
                draft.report(
                        band.place(),
                        ProblemCode.UNREACHABLE_BAND,
                        Phrase.of("「{0}」里不会有任何值", "no value lies in \"{0}\"", band.text()));
            }
        }
        for (int i = 1; i < bands.size(); i++) {
            Band lower = bands.get(i - 1);
            Band upper = bands.get(i);
            if (lower.overlaps(upper)) {
                draft.report(
                        upper.place(),
                        ProblemCode.OVERLAPPING_BANDS,
                        Phrase.of(
                                "「{0}」与「{1}」重叠，有的值同时落在两档",
                                "\"{0}\" and \"{1}\" both hold some value", lower.text(), upper.text()));
            } else if (lower.leavesGapBefore(upper)) {
                draft.report(
                        upper.place(),
                        ProblemCode.GAP_IN_BANDS,
                        Phrase.of(
                                "「{0}」与「{1}」之间有空档，有的值不在任何一档",
                                "a value between \"{0}\" and \"{1}\" lies in no band", lower.text(), upper.text()));
            }
        }
        ends(bands.getFirst(), bands.getLast(), least);
    }

    private void ends(Band first, Band last, Optional<BigDecimal> least) {
        BigDecimal low = first.low();
        int order = low == null ? -1 : least.map(low::compareTo).orElse(1);
        if (order > 0 || (order == 0 && !first.lowIncluded())) {
            draft.report(
                    first.place(),
                    ProblemCode.GAP_IN_BANDS,
                    Phrase.of("低于「{0}」的值不在任何一档", "values below \"{0}\" lie in no band", first.text()));
        }
        if (last.high() != null) {
            draft.report(
                    last.place(),
                    ProblemCode.GAP_IN_BANDS,
                    Phrase.of("高于「{0}」的值不在任何一档", "values above \"{0}\" lie in no band", last.text()));
        }
    }
}
