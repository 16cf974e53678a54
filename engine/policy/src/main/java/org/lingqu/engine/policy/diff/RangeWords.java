package org.lingqu.engine.policy.diff;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Terms;

/** A line of a score table in words. */
final class RangeWords {

    private RangeWords() {}

    static String of(RangeTerm range) {
        return switch (range) {
            case RangeTerm.Points points -> "：" + table(points.points());
            case RangeTerm.Judgement judgement ->
                "：" + table(judgement.from()) + " 至 " + table(judgement.to()) + "（专家评分）";
            case RangeTerm.Cap cap -> of(cap.part()) + cap(cap);
            case RangeTerm.Sum sum -> "";
            case RangeTerm.Best best -> "";
        };
    }

    static String cap(RangeTerm range) {
        return range instanceof RangeTerm.Cap cap ? "，最多 " + cap.most().toPlainString() + " 分" : "";
    }

    private static String table(NumberTerm term) {
        if (!(term instanceof NumberTerm.Steps steps)) {
            return Terms.text(term);
        }
        List<String> bands = new ArrayList<>();
        for (NumberTerm.Step step : steps.steps()) {
            bands.add((step.inclusive() ? "≥" : ">") + step.bound().toPlainString() + " 得 "
                    + step.value().toPlainString());
        }
        return Terms.text(steps.subject()) + "：" + String.join("，", bands) + "，否则 "
                + steps.lowest().toPlainString();
    }
}
