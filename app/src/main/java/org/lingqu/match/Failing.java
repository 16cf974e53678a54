package org.lingqu.match;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingqu.engine.policy.decision.CriterionFinding;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;

/**
 * The reasons of a no, each of which has to be mended by itself: the lowest criteria that are not met, where a group of which one
 * part is enough is one reason and not as many as it has parts.
 */
record Failing(List<CriterionFinding> reasons) {

    Failing {
        reasons = List.copyOf(reasons);
    }

    /** Of a decision, whatever it says. */
    static Failing of(Decision decision) {
        return new Failing(roots(decision).flatMap(Failing::below).toList());
    }

    /** Of a decision that says no; else none. */
    static Failing ofNo(Decision decision) {
        return decision.outcome() instanceof Finding.NotMet ? of(decision) : new Failing(List.of());
    }

    private static Stream<CriterionFinding> roots(Decision decision) {
        return Stream.concat(decision.audience().stream(), Stream.of(decision.criteria()));
    }

    private static Stream<CriterionFinding> below(CriterionFinding finding) {
        if (!(finding.finding() instanceof Finding.NotMet)) {
            return Stream.empty();
        }
        return isAll(finding) ? finding.parts().stream().flatMap(Failing::below) : Stream.of(finding);
    }

    private static boolean isAll(CriterionFinding finding) {
        return finding.criterion() instanceof Criterion.Group group && group.combination() == Combination.ALL;
    }

    /**
     * Whether one reason alone stands in the way: no fact is missing that could hide a second one, but for what people have
     * a say in.
     */
    boolean isAlone(Decision decision) {
        return reasons.size() == 1 && roots(decision).noneMatch(Failing::mayHideAnother);
    }

    /** What waits for people, with or without a fact, does not: else nearly nobody would be told a step. */
    private static boolean mayHideAnother(CriterionFinding finding) {
        return (finding.finding() instanceof Finding.Unknown && !AsksPeople.in(finding.criterion()))
                || (finding.finding() instanceof Finding.NotMet
                        && isAll(finding)
                        && finding.parts().stream().anyMatch(Failing::mayHideAnother));
    }

    /** Whether it is met in some other criterion: who fails the only one there is is not near. */
    static boolean meetsAnother(Decision decision) {
        return meets(decision.criteria());
    }

    private static boolean meets(CriterionFinding finding) {
        return finding.finding() instanceof Finding.Met
                || (finding.finding() instanceof Finding.NotMet
                        && isAll(finding)
                        && finding.parts().stream().anyMatch(Failing::meets));
    }

    /** Whether some other criterion waits for facts or for people. */
    static boolean leavesOpen(Decision decision) {
        return isOpen(decision.criteria());
    }

    private static boolean isOpen(CriterionFinding finding) {
        return switch (finding.finding()) {
            case Finding.Unknown unknown -> true;
            case Finding.Manual manual -> true;
            case Finding.NotMet notMet ->
                isAll(finding) && finding.parts().stream().anyMatch(Failing::isOpen);
            case Finding.Met met -> false;
            case Finding.NotApplicable none -> false;
        };
    }

    /** Each with its clause. */
    List<String> told() {
        return reasons.stream().map(Failing::told).toList();
    }

    private static String told(CriterionFinding finding) {
        String article = finding.criterion().clause().article();
        String words = words(finding, article);
        return article.isEmpty() ? words : article + " " + words;
    }

    /** @param above the article that is told already */
    private static String words(CriterionFinding finding, String above) {
        String says = finding.criterion().clause().says();
        if (!(finding.criterion() instanceof Criterion.Group group)) {
            return says.isEmpty() ? finding.criterion().id() : says;
        }
        String parts = parts(group, finding, above);
        return says.isEmpty() || group.combination() == Combination.ALL ? parts : says + "（" + parts + "）";
    }

    private static String parts(Criterion.Group group, CriterionFinding finding, String above) {
        return switch (group.combination()) {
            case ALL -> joined(finding, Finding.Kind.NOT_MET, "，且 ", above);
            case ANY -> "以下任一：" + joined(finding, Finding.Kind.NOT_MET, "，或 ", above);
            case AT_LEAST -> "至少" + group.count() + "项，尚未满足：" + joined(finding, Finding.Kind.NOT_MET, "，", above);
            case NONE -> "不得有：" + joined(finding, Finding.Kind.MET, "，", above);
        };
    }

    private static String joined(CriterionFinding finding, Finding.Kind kind, String between, String above) {
        return finding.parts().stream()
                .filter(part -> part.finding().kind() == kind)
                .map(part -> {
                    String article = part.criterion().clause().article();
                    String words = words(part, article);
                    return article.isEmpty() || article.equals(above) ? words : article + " " + words;
                })
                .collect(Collectors.joining(between));
    }
}
