package org.lingqu.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.match.Answer;
import org.lingqu.match.Awards;
import org.lingqu.policy.catalogue.Deadline;
import org.lingqu.policy.catalogue.OpenSpan;
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

    /** What it takes to meet it, or that nothing can be done about it; empty where nothing stands in the way. */
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

    /** The title of the policy that it holds on a day and that lasts longest; empty where it holds none, and for a review. */
    public Optional<TitleHeld> held(LocalDate day) {
        if (Awards.isReview(answer.policy())) {
            return Optional.empty();
        }
        return answer.policy().titles().stream()
                .flatMap(title -> answer.firm().facts().titles().getOrDefault(title, List.of()).stream())
                .filter(title -> title.validOn(day))
                .max(Comparator.comparing(TitleHeld::to, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    /** Whether there is something to tell the enterprise: to whom nothing can be proposed no message is made ready. */
    public boolean hasMessage() {
        return switch (answer.outcome()) {
            case MET, UNKNOWN, MANUAL -> true;
            case NOT_MET -> answer.step().isPossible();
            case NOT_APPLICABLE -> false;
        };
    }

    /**
     * A text to send to the enterprise, to be read over before; empty where there is none, see {@link #hasMessage}.
     *
     * @param greeting of whom it is for; empty where nobody is greeted
     */
    public String message(LocalDate today, String greeting) {
        if (!hasMessage()) {
            return "";
        }
        String policy = "《" + answer.policy().title() + "》（" + answer.policy().document() + "）";
        String end = "如有疑问，请与我们联系。以上依据截至" + today + "掌握的数据，以主管部门审核为准。";
        String worth = answer.worth().words();
        String brings = worth.isEmpty() ? "" : "符合后可享受支持：" + worth + "。";
        return enterprise.name() + (greeting.isEmpty() ? "：" : "：" + greeting + "，") + "对照" + policy + "，"
                + switch (answer.outcome()) {
                    case MET -> met(today) + brings;
                    case NOT_MET -> notMet(brings);
                    case UNKNOWN, MANUAL -> "还需要补充或确认：" + why() + "。" + brings;
                    case NOT_APPLICABLE -> "";
                }
                + end;
    }

    private String met(LocalDate today) {
        return held(today)
                .map(title -> "贵单位已有称号“" + title.title() + "”" + (title.to() == null ? "" : "（至" + title.to() + "）")
                        + "，现有数据仍符合条件。")
                .orElseGet(() -> "贵单位现有数据符合条件，" + apply(today));
    }

    /** Nobody is told to apply while nobody can. */
    private String apply(LocalDate today) {
        Deadline deadline = Deadline.of(answer.policy(), today);
        Optional<OpenSpan> next = deadline.next();
        if (next.filter(span -> span.isOpen(today)).isPresent()) {
            return "申报正在受理，截止日期为" + next.get().closes() + "，请及时申报。";
        }
        String over =
                deadline.isOver() ? "本年度申报已于" + deadline.over().orElseThrow().closes() + "截止" : "";
        if (next.isEmpty()) {
            return over.isEmpty() ? "请关注申报通知、及时申报。" : over + "，下次申报时间请关注通知。";
        }
        String when = next.get().opens() + "至" + next.get().closes();
        return over.isEmpty() ? "申报时间为" + when + "，请提前准备材料。" : over + "，按往年安排下次申报为" + when + "，请提前准备材料。";
    }

    private String notMet(String brings) {
        String count = answer.failing().size() > 1 ? answer.failing().size() + "项" : "一项";
        String lead =
                holds ? "贵单位已有称号，按现有数据有" + count + "不符合" : answer.step().near() ? "贵单位只差一项" : "贵单位目前有" + count + "不符合";
        String open = answer.step().open() ? "（另有条件待补充或确认）" : "";
        return lead + open + "：" + why() + "。怎样达到：" + step() + "。" + (holds ? "" : brings);
    }
}
