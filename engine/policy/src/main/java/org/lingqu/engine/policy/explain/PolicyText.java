package org.lingqu.engine.policy.explain;

import java.util.Optional;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Parameter;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Score;

/** A policy as a person reads it, in Chinese. */
public final class PolicyText {

    private final StringBuilder out = new StringBuilder();

    private final ScoreText scores;

    private PolicyText(Facts facts) {
        this.scores = new ScoreText(facts);
    }

    /** @param facts the dictionary, for the units of borders */
    public static String of(Policy policy, Facts facts) {
        var text = new PolicyText(facts);
        text.head(policy);
        text.line(0, "条件：");
        policy.audience().ifPresent(audience -> text.criterion(audience, 1));
        if (policy.criteria() instanceof Criterion.Group all) {
            all.parts().forEach(part -> text.criterion(part, 1));
        }
        policy.score().ifPresent(score -> text.score(score, 0, ""));
        text.rest(policy);
        return text.out.toString();
    }

    private void line(int depth, String words) {
        out.repeat("  ", depth).append(words).append('\n');
    }

    private void head(Policy policy) {
        line(0, policy.title() + "　" + policy.english());
        line(0, policy.fullName() + "　" + policy.document() + "　" + String.join("、", policy.issuers()));
        line(
                0,
                "适用地区 " + policy.region() + "，自 " + policy.validity().from()
                        + Optional.ofNullable(policy.validity().to())
                                .map(to -> " 至 " + to)
                                .orElse(" 起"));
        policy.grants()
                .forEach(grant -> line(
                        0,
                        "授予称号：" + grant.title() + "，" + grant.lastingWords() + "　"
                                + grant.clause().says()));
        policy.yields()
                .ifPresent(yield -> line(
                        0,
                        "推出事实：" + yield.fact() + "，其他政策可以引用　" + yield.clause().says()));
    }

    private void criterion(Criterion criterion, int depth) {
        String words = switch (criterion) {
            case Criterion.Check check -> "　" + check.expression();
            case Criterion.Ask ask -> "　人工确认：" + ask.question();
            case Criterion.Group group ->
                "　" + group.combination().chinese() + (group.count() > 0 ? "：" + group.count() + "项" : "");
        };
        line(depth, criterion.id() + "　" + criterion.clause().says() + source(criterion.clause()));
        line(depth + 1, words.strip());
        if (criterion instanceof Criterion.Group group) {
            group.parts().forEach(part -> criterion(part, depth + 1));
        }
    }

    private static String source(Clause clause) {
        return "　〔" + clause.article() + "，" + clause.confidence().chinese() + "〕";
    }

    /** @param above what was said of the source of the lines above, not to be said again */
    private void score(Score score, int depth, String above) {
        // alternatives need no name of their own
        String name = score.label().isEmpty() ? score.id() : score.label();
        String says =
                score.clause().says().isEmpty() ? "" : "　" + score.clause().says();
        String source = source(score.clause());
        line(depth, name + says + (source.equals(above) ? "" : source));
        scores.of(score.range()).forEach(words -> line(depth + 1, words));
        score.parts().forEach(part -> score(part, depth + 1, source));
    }

    private void rest(Policy policy) {
        for (Parameter parameter : policy.parameters()) {
            line(
                    0,
                    "参数　" + parameter.label() + "："
                            + parameter
                                    .value()
                                    .map(value -> value.toPlainString())
                                    .orElse("未定") + source(parameter.clause()));
        }
        for (Benefit benefit : policy.benefits()) {
            line(0, "支持　" + benefit.clause().says() + "：" + benefit.expression() + source(benefit.clause()));
        }
        if (!policy.window().note().isEmpty() || policy.window().opens() != null) {
            line(
                    0,
                    "申报时间："
                            + Optional.ofNullable(policy.window().opens())
                                    .map(Object::toString)
                                    .orElse("") + " "
                            + Optional.ofNullable(policy.window().closes())
                                    .map(Object::toString)
                                    .orElse("") + policy.window().note());
        }
        if (!policy.materials().isEmpty()) {
            line(0, "材料：" + String.join("、", policy.materials()));
        }
        policy.notes().forEach(note -> line(0, "说明：" + note));
    }
}
