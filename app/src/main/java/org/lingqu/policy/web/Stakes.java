package org.lingqu.policy.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingqu.engine.policy.explain.Figures;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.policy.question.Asked;
import org.lingqu.policy.question.Question;
import org.lingqu.ui.Ui;

/** Why something is asked, in words: the policies that the answer could settle and what they may bring. */
public record Stakes(Ui ui, Question question) {

    private static final int TOLD = 3;

    /** What the answer settles by itself; empty where it settles nothing. */
    public String alone() {
        return question.alone().isEmpty() ? "" : ui.say("question.alone", policies(question.alone()));
    }

    /** What it settles with the fewest others; empty where it settles nothing more. */
    public String together() {
        if (question.together().isEmpty()) {
            return "";
        }
        List<Asked> others = question.together().stream()
                .min(java.util.Comparator.comparingInt(each -> each.others().size()))
                .orElseThrow()
                .others();
        List<Question.Stake> same = question.together().stream()
                .filter(each -> each.others().equals(others))
                .map(Question.Together::stake)
                .toList();
        List<Question.Stake> rest = question.together().stream()
                .filter(each -> !each.others().equals(others))
                .map(Question.Together::stake)
                .toList();
        String first = ui.say("question.together", names(others), policies(same), others.size() + 1);
        return rest.isEmpty() ? first : first + ui.say("question.together-more", rest.size());
    }

    /** What a bad answer excludes by itself; empty for nothing. */
    public String excludes() {
        return question.excludes().isEmpty() ? "" : ui.say("question.excludes", named(question.excludes()));
    }

    /** What it matters to without being sure to settle it; empty for nothing. */
    public String concerns() {
        return question.concerns().isEmpty() ? "" : ui.say("question.concerns", named(question.concerns()));
    }

    private String named(List<Question.Stake> stakes) {
        String told = stakes.stream()
                .limit(TOLD)
                .map(each -> "《" + each.policy().title() + "》")
                .collect(Collectors.joining(ui.say("question.and")));
        return stakes.size() > TOLD ? told + ui.say("question.more-policies", stakes.size()) : told;
    }

    private String names(List<Asked> others) {
        String told = others.stream().limit(TOLD).map(Asked::name).collect(Collectors.joining(ui.say("question.and")));
        return others.size() > TOLD ? told + ui.say("question.more-things", others.size()) : told;
    }

    private String policies(List<Question.Stake> stakes) {
        String told = stakes.stream().limit(TOLD).map(this::stake).collect(Collectors.joining(ui.say("question.and")));
        return stakes.size() > TOLD ? told + ui.say("question.more-policies", stakes.size()) : told;
    }

    private String stake(Question.Stake stake) {
        Rational most = stake.most();
        String brings = most == null
                ? ui.say("question.amount-unknown", stake.lacking())
                : most.signum() == 0 ? "" : ui.say("question.at-most", Figures.money(most.rounded(2)));
        return Stream.of("《" + stake.policy().title() + "》", brings)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining());
    }
}
