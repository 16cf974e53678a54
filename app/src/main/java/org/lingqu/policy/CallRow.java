package org.lingqu.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.explain.Figures;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.match.Answer;
import org.lingqu.registry.Enterprise;

/** An enterprise with what one policy says of it, as a call list shows it. */
public record CallRow(Enterprise enterprise, Answer answer) {

    private static final int CENTS = 2;

    /** The conditions that stand in the way, each with its clause; what is missing where nothing does. */
    public String why() {
        return answer.failing().isEmpty() ? answer.missing() : String.join("；", answer.failing());
    }

    /** Whether it meets everything. */
    public boolean isMet() {
        return answer.outcome() == Finding.Kind.MET;
    }

    /** What the single unmet condition takes; empty unless one alone stands in the way and a way over it was found. */
    public String step() {
        return answer.step();
    }

    /** What it brings, certain to possible; empty when it is no money. */
    public String brings() {
        return brings(answer);
    }

    /** The same of any answer. */
    public static String brings(Answer answer) {
        BigDecimal least = answer.benefitLeast().rounded(CENTS);
        Rational possible = answer.benefitMost();
        if (possible != null && possible.compareTo(Rational.ZERO) == 0) {
            return "";
        }
        String most = most(possible);
        return Figures.money(least).equals(most) || least.signum() == 0
                ? (least.signum() == 0 ? "至多 " : "") + most
                : Figures.money(least) + "—" + most;
    }

    private static String most(@Nullable Rational possible) {
        return possible == null ? "不封顶" : Figures.money(possible.rounded(CENTS));
    }

    /** A text to send to the enterprise, to be read over before. */
    public String message(LocalDate today) {
        String policy = "《" + answer.policy().title() + "》（" + answer.policy().document() + "）";
        String end = "如有疑问，请与我们联系。以上依据截至" + today + "掌握的数据，以主管部门审核为准。";
        String brings = brings().isEmpty() ? "" : "符合后可享受支持 " + brings() + "。";
        return enterprise.name() + "：对照" + policy + "，"
                + switch (answer.outcome()) {
                    case MET -> "贵单位现有数据符合条件，请关注申报通知、及时申报。" + brings;
                    case NOT_MET ->
                        answer.isOneStepAway()
                                ? "贵单位只差一项：" + why() + "。可以这样达到：" + answer.step() + "。" + brings
                                : "贵单位目前尚不符合：" + why() + "。";
                    case UNKNOWN, MANUAL -> "还需要补充或确认：" + why() + "。" + brings;
                    case NOT_APPLICABLE -> "该政策不适用于贵单位。";
                }
                + end;
    }
}
