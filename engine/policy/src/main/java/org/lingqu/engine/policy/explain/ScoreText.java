package org.lingqu.engine.policy.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Terms;

/** How a line of a score table gives its points, in Chinese: one line a band, highest first, or a case. */
public final class ScoreText {

    private static final int PLACES = 4;

    private final Facts facts;
    private final ConditionText conditions;

    /** @param facts the dictionary, for the units of borders */
    public ScoreText(Facts facts) {
        this.facts = facts;
        this.conditions = new ConditionText(facts);
    }

    /** Empty for a group that is summed up without a cap. */
    public List<String> of(RangeTerm range) {
        return switch (range) {
            case RangeTerm.Points points -> between(points.points(), points.points());
            case RangeTerm.Judgement judgement -> {
                var lines = new ArrayList<>(between(judgement.from(), judgement.to()));
                lines.add("幅度内由专家评定");
                yield lines;
            }
            case RangeTerm.Cap cap -> {
                var lines = new ArrayList<>(of(cap.part()));
                lines.add("合计最多 " + Figures.plain(cap.most()) + " 分");
                yield lines;
            }
            case RangeTerm.Best best -> List.of("以下取最高的一项");
            case RangeTerm.Sum sum -> List.of();
        };
    }

    /** @param from the least points and {@code to} the most; both of the same shape, as one table gives them */
    private List<String> between(NumberTerm from, NumberTerm to) {
        if (from instanceof NumberTerm.Literal least && to instanceof NumberTerm.Literal most) {
            return List.of(points(least.value(), most.value()));
        }
        if (from instanceof NumberTerm.Steps least
                && to instanceof NumberTerm.Steps most
                && least.steps().size() == most.steps().size()) {
            return bands(least, most);
        }
        if (from instanceof NumberTerm.Choose least
                && to instanceof NumberTerm.Choose most
                && least.condition().equals(most.condition())) {
            return cases(least, most);
        }
        String least = Terms.text(from);
        return List.of(from.equals(to) ? "按公式：" + least : "按公式：" + least + " 至 " + Terms.text(to));
    }

    private List<String> bands(NumberTerm.Steps least, NumberTerm.Steps most) {
        Measure measure = Measure.of(least.subject(), facts);
        var lines = new ArrayList<String>();
        lines.add("按 " + Terms.text(least.subject()) + "：");
        for (int i = 0; i < least.steps().size(); i++) {
            NumberTerm.Step step = least.steps().get(i);
            lines.add((step.inclusive() ? "≥ " : "> ") + Figures.of(Rational.of(step.bound()), measure, PLACES) + "："
                    + points(step.value(), most.steps().get(i).value()));
        }
        lines.add("其余：" + points(least.lowest(), most.lowest()));
        return lines;
    }

    private List<String> cases(NumberTerm.Choose least, NumberTerm.Choose most) {
        var lines = new ArrayList<String>();
        String condition = conditions.of(least.condition());
        for (String line : between(least.then(), most.then())) {
            lines.add(condition + "：" + line);
        }
        List<String> rest = between(least.otherwise(), most.otherwise());
        lines.addAll(
                least.otherwise() instanceof NumberTerm.Literal
                        ? rest.stream().map(line -> "其他情形：" + line).toList()
                        : rest);
        return lines;
    }

    private static String points(BigDecimal least, BigDecimal most) {
        String low = Figures.plain(least);
        String high = Figures.plain(most);
        return (low.equals(high) ? low : low + "–" + high) + " 分";
    }
}
