package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Score;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Yaml;

/** Reads a score table: banded lines, cases, formulas, judged lines, alternatives, groups with caps. */
final class ScoreReader {

    private final Draft draft;

    ScoreReader(Draft draft) {
        this.draft = draft;
    }

    /** The whole table; declares {@code 得分} and {@code 得分.<label>}. */
    Score read(Yaml yaml, Clause outer) {
        var fields = draft.fields(yaml, Phrase.of("评分表", "a score table"));
        Clause clause = draft.clause(fields, outer);
        Score total = new Score("score", "得分", clause, Unreadable.RANGE, List.of());
        Score score = group(fields, total, clause);
        fields.close();
        draft.scope().declare("得分", () -> new Typed.Points(score.range()));
        declare(score.parts());
        return score;
    }

    private void declare(List<Score> parts) {
        for (Score part : parts) {
            if (!part.label().isEmpty()
                    && !draft.scope().declare("得分." + part.label(), () -> new Typed.Points(part.range()))) {
                draft.report(
                        draft.places().getOrDefault(part.id(), new org.lingqu.engine.policy.yaml.Place("", 1, 1)),
                        ProblemCode.DUPLICATE_ID,
                        Phrase.of("评分表里有两行都叫「{0}」", "two lines of the score table are called \"{0}\"", part.label()));
            }
            declare(part.parts());
        }
    }

    private Score group(Fields fields, Score named, Clause clause) {
        List<Score> parts =
                fields.items("items").stream().map(item -> line(item, clause)).toList();
        Optional<BigDecimal> cap = fields.number("cap");
        if (parts.isEmpty()) {
            draft.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of("缺少「items」，或里面没有内容", "\"items\" is missing or empty"));
            return named;
        }
        RangeTerm sum = new RangeTerm.Sum(parts.stream().map(Score::range).toList());
        RangeTerm range =
                cap.<RangeTerm>map(most -> new RangeTerm.Cap(sum, most)).orElse(sum);
        return new Score(named.id(), named.label(), clause, range, parts);
    }

    private Score line(Yaml yaml, Clause outer) {
        var fields = draft.fields(yaml, Phrase.of("评分表的一行", "a line of the score table"));
        String id = draft.id(fields);
        String label = fields.need("label");
        Clause clause = draft.clause(fields, outer);
        Score named = new Score(id, label, clause, Unreadable.RANGE, List.of());
        Score line = body(fields, named);
        fields.close();
        return line;
    }

    private Score body(Fields fields, Score named) {
        List<String> kinds = new ArrayList<>(List.of("of", "points", "cases", "judged", "best-of", "items"));
        kinds.removeIf(key -> !fields.has(key));
        if (kinds.size() != 1) {
            draft.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of(
                            "每行只能有 of（配 bands）、points、cases、judged、best-of、items 中的一个；现在{0}",
                            "a line has exactly one of of (with bands), points, cases, judged, best-of, items; found {0}",
                            kinds.isEmpty()
                                    ? new Phrase("一个也没有", "none")
                                    : new Phrase("有 " + String.join("、", kinds), String.join(" and ", kinds))));
        }
        return switch (kinds.isEmpty() ? "" : kinds.getFirst()) {
            case "items" -> group(fields, named, named.clause());
            case "best-of" -> alternatives(fields, named);
            case "of" -> with(named, banded(fields, named.id()));
            case "points" -> with(named, formula(fields));
            case "cases" -> with(named, cases(fields, named.id()));
            case "judged" -> with(named, judged(fields, named.id()));
            default -> named;
        };
    }

    private static Score with(Score named, RangeTerm range) {
        return new Score(named.id(), named.label(), named.clause(), range, List.of());
    }

    /** Alternatives need no names of their own. */
    private Score alternatives(Fields fields, Score named) {
        List<Score> parts = new ArrayList<>();
        for (Yaml item : fields.items("best-of")) {
            var inner = draft.fields(item, Phrase.of("一个备选项", "an alternative"));
            String id = named.id() + "-" + (parts.size() + 1);
            draft.places().put(id, item.place());
            String label = inner.text("label");
            parts.add(body(
                    inner, new Score(id, label, draft.clause(inner, named.clause()), Unreadable.RANGE, List.of())));
            inner.close();
        }
        if (parts.isEmpty()) {
            draft.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of("「best-of」里没有列出备选项", "\"best-of\" lists no alternatives"));
            return named;
        }
        RangeTerm best = new RangeTerm.Best(parts.stream().map(Score::range).toList());
        return new Score(named.id(), named.label(), named.clause(), best, parts);
    }

    private RangeTerm banded(Fields fields, String id) {
        return new BandReader(draft)
                .read(fields)
                .map(table -> range(id, table.from(), table.to(), table.least(), table.most(), table.isJudged()))
                .orElse(Unreadable.RANGE);
    }

    private RangeTerm range(
            String id, NumberTerm from, NumberTerm to, BigDecimal least, BigDecimal most, boolean judged) {
        return judged
                ? new RangeTerm.Judgement(judgedItem(id), from, to, least, most)
                : new RangeTerm.Points(from, least, most);
    }

    private String judgedItem(String id) {
        return draft.item(id);
    }

    private RangeTerm formula(Fields fields) {
        Optional<Typed.Num> points = fields.needScalar("points").flatMap(draft::number);
        BigDecimal most = fields.number("max").orElse(null);
        if (most == null) {
            draft.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of("缺少「max」：这个算式最多给多少分", "\"max\" is missing: the most that the formula can give"));
        }
        if (points.isEmpty() || most == null) {
            return Unreadable.RANGE;
        }
        NumberTerm within = Folding.max(List.of(
                NumberTerm.literal(0), Folding.min(List.of(points.get().term(), new NumberTerm.Literal(most)))));
        return new RangeTerm.Points(within, BigDecimal.ZERO, most);
    }

    private RangeTerm judged(Fields fields, String id) {
        List<BigDecimal> ends = ends(fields.yaml("judged").orElseThrow());
        return ends.isEmpty()
                ? Unreadable.RANGE
                : range(
                        id,
                        new NumberTerm.Literal(ends.getFirst()),
                        new NumberTerm.Literal(ends.getLast()),
                        ends.getFirst(),
                        ends.getLast(),
                        true);
    }

    /** One number, or the least and the most. */
    private List<BigDecimal> ends(Yaml yaml) {
        List<Yaml> items = yaml instanceof Yaml.Sequence list ? list.items() : List.of(yaml);
        List<BigDecimal> numbers = items.stream()
                .flatMap(item -> item instanceof Yaml.Scalar scalar
                        ? org.lingqu.engine.policy.yaml.Scalars.number(scalar.text()).stream()
                        : java.util.stream.Stream.empty())
                .toList();
        boolean right = numbers.size() == items.size()
                && !numbers.isEmpty()
                && numbers.size() <= 2
                && numbers.getFirst().compareTo(numbers.getLast()) <= 0;
        if (!right) {
            draft.report(
                    yaml.place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of("分数写一个数，或最低和最高，如 [0, 8]", "points are a number, or the least and the most like [0, 8]"));
        }
        return right ? numbers : List.of();
    }

    private record Case(Condition condition, BigDecimal from, BigDecimal to) {}

    /** The first case that holds gives the points. */
    private RangeTerm cases(Fields fields, String id) {
        List<Case> cases = new ArrayList<>();
        List<BigDecimal> otherwise = List.of();
        boolean whole = true;
        for (Yaml item : fields.items("cases")) {
            var inner = draft.fields(
                    item,
                    Phrase.of(
                            "一种情形，写「if」和「points」，或「otherwise」", "a case with \"if\" and \"points\", or \"otherwise\""));
            if (inner.has("otherwise")) {
                otherwise = ends(inner.yaml("otherwise").orElse(item));
            } else {
                Optional<Condition> condition = inner.needScalar("if").flatMap(draft::condition);
                List<BigDecimal> points = inner.yaml("points").map(this::ends).orElse(List.of());
                whole &= condition.isPresent() && !points.isEmpty();
                if (condition.isPresent() && !points.isEmpty()) {
                    cases.add(new Case(condition.get(), points.getFirst(), points.getLast()));
                }
            }
            inner.close();
        }
        if (otherwise.isEmpty() || cases.isEmpty()) {
            draft.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of(
                            "「cases」里至少一个「if」，最后一个「otherwise」",
                            "\"cases\" are at least one \"if\" and an \"otherwise\" at the end"));
            return Unreadable.RANGE;
        }
        return whole ? chain(id, cases, otherwise) : Unreadable.RANGE;
    }

    private RangeTerm chain(String id, List<Case> cases, List<BigDecimal> otherwise) {
        NumberTerm from = new NumberTerm.Literal(otherwise.getFirst());
        NumberTerm to = new NumberTerm.Literal(otherwise.getLast());
        BigDecimal least = otherwise.getFirst();
        BigDecimal most = otherwise.getLast();
        boolean judged = least.compareTo(most) != 0;
        for (Case one : cases.reversed()) {
            from = new NumberTerm.Choose(one.condition(), new NumberTerm.Literal(one.from()), from);
            to = new NumberTerm.Choose(one.condition(), new NumberTerm.Literal(one.to()), to);
            least = least.min(one.from());
            most = most.max(one.to());
            judged |= one.from().compareTo(one.to()) != 0;
        }
        return range(id, from, to, least, most, judged);
    }
}
