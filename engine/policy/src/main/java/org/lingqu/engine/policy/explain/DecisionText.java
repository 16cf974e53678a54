package org.lingqu.engine.policy.explain;

import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.decision.BenefitFinding;
import org.lingqu.engine.policy.decision.BenefitTotal;
import org.lingqu.engine.policy.decision.CriterionFinding;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.GrantFinding;
import org.lingqu.engine.policy.decision.ScoreFinding;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.gap.Change;
import org.lingqu.engine.policy.gap.CriterionGap;
import org.lingqu.engine.policy.gap.Gap;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Confidence;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.rule.Rational;

/** A decision as a person would want to read it, in Chinese: each condition with its clause, the figures and what is missing. */
public final class DecisionText {

    private final Decision decision;
    private final Phrases phrases;
    private final StringBuilder out = new StringBuilder();

    private DecisionText(Decision decision, Facts facts) {
        this.decision = decision;
        this.phrases = new Phrases(facts, decision.policy(), decision.asOf());
    }

    /** @param gap what is missing, if the policy says no */
    public static String of(Decision decision, Optional<Gap> gap, Facts facts) {
        var text = new DecisionText(decision, facts);
        text.head();
        decision.audience().ifPresent(audience -> text.criterion(audience, 0));
        decision.criteria().parts().forEach(part -> text.criterion(part, 0));
        decision.score().ifPresent(text::score);
        text.titles();
        text.benefits();
        gap.ifPresent(text::gap);
        return text.out.toString();
    }

    private void line(int depth, String words) {
        out.repeat("  ", depth).append(words).append('\n');
    }

    private void head() {
        var policy = decision.policy();
        line(0, policy.title() + "（" + policy.document() + "，版本 " + policy.version() + "）");
        line(0, "对象：" + decision.firm() + "　基准日：" + decision.asOf());
        line(0, "结论：" + phrases.finding(decision.outcome()));
        if (!policy.inForce(decision.asOf())) {
            line(
                    0,
                    "该版本在基准日不适用：自 " + policy.validity().from()
                            + (policy.validity().to() == null
                                    ? " 起"
                                    : " 至 " + policy.validity().to()));
        }
        decision.derived().forEach(value -> line(0, phrases.derived(value)));
        line(0, "");
    }

    private static String mark(Finding finding) {
        return switch (finding.kind()) {
            case MET -> "✔";
            case NOT_MET -> "✘";
            case UNKNOWN -> "？";
            case MANUAL -> "☐";
            case NOT_APPLICABLE -> "－";
        };
    }

    private void criterion(CriterionFinding finding, int depth) {
        Criterion criterion = finding.criterion();
        String says = criterion.clause().says().isEmpty()
                ? criterion.id()
                : criterion.clause().says();
        String how = criterion instanceof Criterion.Group group
                ? "（" + group.combination().chinese() + (group.count() > 0 ? "：" + group.count() + "项" : "") + "）"
                : "";
        line(depth, mark(finding.finding()) + " " + says + how + source(criterion.clause()));
        if (finding.parts().isEmpty() && finding.finding().kind() != Finding.Kind.MET) {
            line(depth + 2, phrases.finding(finding.finding()));
        }
        finding.compared().forEach(compared -> line(depth + 2, phrases.compared(compared)));
        finding.used().forEach(used -> line(depth + 2, "· " + phrases.used(used)));
        finding.parts().forEach(part -> criterion(part, depth + 1));
    }

    private static String source(Clause clause) {
        String sure = clause.confidence() == Confidence.K || clause.confidence() == Confidence.U
                ? "，" + clause.confidence().chinese()
                : "";
        return clause.article().isEmpty() ? "" : "　〔" + clause.article() + sure + "〕";
    }

    private void score(ScoreFinding score) {
        line(0, "");
        line(0, "得分：" + points(score));
        score.parts().forEach(part -> scoreLine(part, 1));
    }

    private static String points(ScoreFinding score) {
        return score.points().isSettled()
                ? score.points().low() + " 分"
                : "确定 " + score.points().low() + " 分，最多 " + score.points().high() + " 分";
    }

    private void scoreLine(ScoreFinding score, int depth) {
        String label =
                score.score().label().isEmpty() ? "其中一种算法" : score.score().label();
        line(depth, label + "：" + points(score));
        score.used().forEach(used -> line(depth + 2, "· " + phrases.used(used)));
        score.parts().forEach(part -> scoreLine(part, depth + 1));
    }

    private void titles() {
        if (decision.grants().isEmpty()) {
            return;
        }
        line(0, "");
        line(0, "授予称号：");
        for (GrantFinding grant : decision.grants()) {
            String until = grant.finding().kind() == Finding.Kind.MET && grant.until() != null
                    ? "（如今日授予，至 " + grant.until() + "）"
                    : "";
            line(
                    1,
                    mark(grant.finding()) + " " + grant.grant().title() + "，"
                            + grant.grant().lastingWords() + until
                            + source(grant.grant().clause()));
        }
    }

    private void benefits() {
        if (decision.benefits().isEmpty()) {
            return;
        }
        line(0, "");
        line(0, "可得支持：");
        for (BenefitFinding benefit : decision.benefits()) {
            Clause clause = benefit.benefit().clause();
            line(1, mark(benefit.entitled()) + " " + clause.says() + "：" + amount(benefit) + source(clause));
        }
        line(1, "合计：" + total(decision.total()));
        if (decision.outcome() instanceof Finding.NotMet) {
            line(1, "符合后合计：" + total(decision.would()));
        }
    }

    private String total(BenefitTotal total) {
        Rational most = total.most();
        return most == null || most.equals(total.least())
                ? AmountWords.of(total.least(), most, phrases.lacking(total.open()), Figures::money)
                : "确定 " + Figures.money(total.least().rounded(2)) + "，最多 " + Figures.money(most.rounded(2));
    }

    private String amount(BenefitFinding benefit) {
        if (benefit.benefit().amount().isEmpty()) {
            return "非金额类";
        }
        String per = switch (benefit.benefit().frequency()) {
            case YEARLY -> "／年";
            case ONCE -> "（一次性）";
            case NEVER -> "（供核对，不计入合计）";
        };
        return AmountWords.of(benefit.least(), benefit.most(), phrases.lacking(List.of(benefit)), Figures::money) + per;
    }

    private void gap(Gap gap) {
        line(0, "");
        line(0, "差距：");
        for (CriterionGap one : gap.criteria()) {
            line(1, one.criterion().clause().says() + "：");
            one.ways().stream().limit(4).forEach(change -> line(2, "· " + phrases.change(change)));
            if (one.earliest() != null) {
                line(2, "· 只需时间：最早 " + one.earliest());
            }
            if (one.ways().isEmpty() && one.earliest() == null) {
                line(2, "· " + (one.fixed() ? Steps.FIXED : "没有企业能够做到的单独一项改变"));
            }
        }
        if (!gap.possible()) {
            line(1, "没有找到企业能够做到的改变组合");
        } else {
            line(1, "最省的组合" + (gap.earliest() == null ? "" : "（最早 " + gap.earliest() + "）") + "：");
            for (Change change : gap.together()) {
                line(2, "· " + phrases.change(change));
            }
        }
    }
}
