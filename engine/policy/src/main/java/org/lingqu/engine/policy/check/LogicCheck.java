package org.lingqu.engine.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.yaml.Place;

/** Finds criteria that no firm can meet and conditions that no firm can fail. */
final class LogicCheck {

    private final Possibilities possibilities;
    private final Map<String, Place> places;
    private final String file;

    LogicCheck(Facts facts, Map<String, Place> places, String file) {
        this.possibilities = new Possibilities(facts);
        this.places = places;
        this.file = file;
    }

    List<PolicyProblem> problems(Policy policy) {
        List<PolicyProblem> problems = new ArrayList<>();
        policy.audience().ifPresent(audience -> criterion(audience, problems));
        criterion(policy.criteria(), problems);
        if (problems.isEmpty() && !possibilities.of(policy.condition()).canBeTrue()) {
            report(
                    policy.criteria(),
                    ProblemCode.UNREACHABLE,
                    Phrase.of("没有企业能同时满足全部条件", "no firm can meet all criteria together"),
                    problems);
        }
        return problems;
    }

    private void criterion(Criterion criterion, List<PolicyProblem> problems) {
        if (criterion instanceof Criterion.Group group) {
            group.parts().forEach(part -> criterion(part, problems));
            groupOf(group, problems);
        }
        if (criterion instanceof Criterion.Check check) {
            Possibilities.Found found = possibilities.of(check.condition());
            if (!found.canBeTrue()) {
                report(
                        check,
                        ProblemCode.UNREACHABLE,
                        Phrase.of("没有企业能满足「{0}」", "no firm can meet \"{0}\"", check.expression()),
                        problems);
            } else if (!found.canBeFalse()) {
                report(
                        check,
                        ProblemCode.ALWAYS_TRUE,
                        Phrase.of("「{0}」谁都满足，等于没有要求", "no firm can fail \"{0}\"", check.expression()),
                        problems);
            }
        }
        criterion.when().ifPresent(when -> {
            if (!possibilities.of(when).canBeTrue()) {
                report(
                        criterion,
                        ProblemCode.UNREACHABLE,
                        Phrase.of("「when」永远不成立，这个条件从不适用", "\"when\" never holds, so the criterion is never asked"),
                        problems);
            }
        });
    }

    /** Parts that cannot hold together, though each alone can. */
    private void groupOf(Criterion.Group group, List<PolicyProblem> problems) {
        if (group.combination() == Combination.ALL && group.when().isEmpty()) {
            for (int i = 0; i < group.parts().size(); i++) {
                for (int j = 0; j < i; j++) {
                    Criterion a = group.parts().get(j);
                    Criterion b = group.parts().get(i);
                    if (bothChecks(a, b)
                            && possible(a)
                            && possible(b)
                            && !possibilities
                                    .of(Condition.and(a.condition(), b.condition()))
                                    .canBeTrue()) {
                        report(
                                b,
                                ProblemCode.UNREACHABLE,
                                Phrase.of(
                                        "没有企业能同时满足「{0}」和「{1}」",
                                        "no firm can meet both \"{0}\" and \"{1}\"", a.id(), b.id()),
                                problems);
                    }
                }
            }
        }
    }

    private boolean possible(Criterion criterion) {
        return possibilities.of(criterion.condition()).canBeTrue();
    }

    private static boolean bothChecks(Criterion a, Criterion b) {
        return a instanceof Criterion.Check
                && b instanceof Criterion.Check
                && a.when().isEmpty()
                && b.when().isEmpty();
    }

    private void report(Criterion criterion, ProblemCode code, Phrase message, List<PolicyProblem> problems) {
        problems.add(new PolicyProblem(places.getOrDefault(criterion.id(), new Place(file, 1, 1)), code, message));
    }
}
