package org.lingqu.policy;

import java.time.LocalDate;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.match.Answer;
import org.lingqu.registry.Enterprise;

/**
 * An enterprise with what one policy says of it, as a call list shows it.
 *
 * @param holds whether it has a title of the policy on the day
 */
public record CallRow(Enterprise enterprise, Answer answer, boolean holds) {

    /** The conditions that stand in the way, each with its clause; what is missing where nothing does. */
    public String why() {
        return answer.failing().isEmpty() ? answer.missing() : String.join("；", answer.failing());
    }

    /** Whether it meets everything. */
    public boolean isMet() {
        return answer.outcome() == Finding.Kind.MET;
    }

    /** What the only unmet condition takes, or that nothing can be done about it; empty where several stand in the way. */
    public String step() {
        return answer.step().words();
    }

    /** What it brings, or would bring if it were met; empty where nothing is known of that. */
    public String brings() {
        return brings(answer);
    }

    /** The same of any answer. */
    public static String brings(Answer answer) {
        String words = answer.worth().words();
        return answer.outcome() == Finding.Kind.NOT_MET && !words.isEmpty() ? "符合后：" + words : words;
    }

    /**
     * A text to send to the enterprise, to be read over before.
     *
     * @param greeting of whom it is for; empty where nobody is greeted
     */
    public String message(LocalDate today, String greeting) {
        String policy = "《" + answer.policy().title() + "》（" + answer.policy().document() + "）";
        String end = "如有疑问，请与我们联系。以上依据截至" + today + "掌握的数据，以主管部门审核为准。";
        String worth = answer.worth().words();
        String brings = worth.isEmpty() ? "" : "符合后可享受支持：" + worth + "。";
        return enterprise.name() + (greeting.isEmpty() ? "：" : "：" + greeting + "，") + "对照" + policy + "，"
                + switch (answer.outcome()) {
                    case MET -> "贵单位现有数据符合条件，请关注申报通知、及时申报。" + brings;
                    case NOT_MET -> notMet(brings);
                    case UNKNOWN, MANUAL -> "还需要补充或确认：" + why() + "。" + brings;
                    case NOT_APPLICABLE -> "该政策不适用于贵单位。";
                }
                + end;
    }

    private String notMet(String brings) {
        if (step().isEmpty()) {
            return "贵单位目前尚不符合：" + why() + "。";
        }
        String lead = holds ? "贵单位已有称号，按现有数据有一项不符合" : answer.step().near() ? "贵单位只差一项" : "贵单位目前不符合一项";
        String open = answer.step().open() ? "（另有条件待补充或确认）" : "";
        return lead + open + "：" + why() + "。"
                + (answer.step().isPossible() ? "怎样达到：" + step() + "。" + (holds ? "" : brings) : step() + "。");
    }
}
