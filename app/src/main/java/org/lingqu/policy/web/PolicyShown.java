package org.lingqu.policy.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.explain.ConditionText;
import org.lingqu.engine.policy.explain.ExpressionText;
import org.lingqu.engine.policy.explain.ScoreText;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Parameter;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Score;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.policy.Combinations;
import org.lingqu.policy.CriterionTally;
import org.lingqu.policy.source.ArticleQuote;
import org.lingqu.policy.source.PolicySources;

/**
 * A version of a policy as its page tells it, piece by piece.
 *
 * @param facts the dictionary, for the units of borders
 * @param counts how enterprises stand to each criterion, by its id; empty for those who do not see enterprises
 * @param combinations what its benefits cannot be had with
 * @param sources what the library holds of its document
 */
public record PolicyShown(
        Policy policy,
        Facts facts,
        Map<String, CriterionTally> counts,
        Combinations combinations,
        PolicySources sources) {

    /** A condition that is longer names what definitions mean and helps nobody. */
    private static final int LONGEST_CONDITION = 160;

    public PolicyShown {
        counts = Map.copyOf(counts);
    }

    /** The first words of the articles that a clause names, where the library has them. */
    public List<ArticleQuote> quotes(Clause clause) {
        return sources.quotes().getOrDefault(clause.article(), List.of());
    }

    /** How enterprises stand to a criterion; null where nobody has counted. */
    public @Nullable CriterionTally counts(Criterion criterion) {
        return counts.get(criterion.id());
    }

    /** The criteria that everybody has to meet. */
    public List<Criterion> criteria() {
        return policy.criteria() instanceof Criterion.Group all ? all.parts() : List.of(policy.criteria());
    }

    /** Whether a policy asks a single thing, so that nobody is told to be near it. */
    public static boolean asksOneThing(Policy policy) {
        return count(policy.criteria()) == 1;
    }

    private static int count(Criterion criterion) {
        return criterion instanceof Criterion.Group group && group.combination() == Combination.ALL
                ? group.parts().stream().mapToInt(PolicyShown::count).sum()
                : 1;
    }

    /** An expression of the file as a person reads it. */
    public String said(String expression) {
        return ExpressionText.of(expression);
    }

    /** Whether saying it in words changed anything. */
    public boolean isSaid(String expression) {
        return !ExpressionText.of(expression).equals(expression);
    }

    /** Of whom something is asked, or who gets it; empty for everybody, and where it would be too long to be read. */
    public String when(Optional<Condition> condition) {
        String words = condition.map(new ConditionText(facts)::of).orElse("");
        for (Parameter parameter : policy.parameters()) {
            words = words.replace(policy.id() + "#" + parameter.id(), parameter.label());
        }
        return words.length() > LONGEST_CONDITION ? "" : ExpressionText.of(words);
    }

    /** How a line of the score table gives its points, a line each; empty for a group that is summed up without a cap. */
    public List<String> points(Score score) {
        return new ScoreText(facts).of(score.range());
    }

    /** What a benefit cannot be had beside, as it is said there; by its name in the file where that policy is not held. */
    public List<String> excludedBy(Benefit benefit) {
        List<String> known = combinations.exclusions().stream()
                .filter(each -> each.policy().equals(policy) && each.benefit().equals(benefit))
                .map(each -> each.other().clause().says())
                .toList();
        return known.size() == benefit.excludes().size() ? known : benefit.excludes();
    }
}
