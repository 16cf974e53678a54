package org.lingqu.engine.policy.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Grant;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Score;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/**
 * A policy with everything put together once that does not depend on the firm.
 *
 * @param whole what decides: the audience and all criteria
 */
public record Prepared(
        Policy policy,
        Condition whole,
        Optional<PreparedCriterion> audience,
        PreparedCriterion criteria,
        Optional<PreparedScore> score,
        List<PreparedBenefit> benefits,
        List<PreparedGrant> grants,
        List<PreparedDerived> derived) {

    /**
     * A criterion.
     *
     * @param passes that it holds or is not asked
     * @param looks what its own condition looks at, and that of whom it is asked; the parts of a group have their own
     * @param own its own condition and that of whom it is asked
     * @param plain whether all numbers compared there matter to every firm
     * @param compared the numbers compared there, if plain
     */
    public record PreparedCriterion(
            Criterion criterion,
            Condition passes,
            Optional<Condition> when,
            List<Missing> looks,
            List<? extends Term> own,
            boolean plain,
            List<Comparing> compared,
            List<PreparedCriterion> parts) {}

    /** A comparison and the number that stands for its left side; of a range its certain end. */
    record Comparing(Condition test, NumberTerm left) {}

    /** @param whole the policy's own condition together with the title's, if it has one */
    record PreparedGrant(Grant grant, Optional<Condition> whole) {}

    /** A line of a score. */
    record PreparedScore(Score score, RangeTerm range, List<Missing> looks, List<PreparedScore> parts) {}

    /** @param entitled the policy's own condition together with the benefit's */
    record PreparedBenefit(
            Benefit benefit,
            Condition entitled,
            Optional<Condition> when,
            Optional<NumberTerm> amount,
            List<Missing> looks) {}

    /** The audience, if any, and the criteria. */
    public List<PreparedCriterion> roots() {
        return audience.map(who -> List.of(who, criteria)).orElse(List.of(criteria));
    }

    static Prepared of(Policy policy, Forest forest) {
        return new Maker(forest).policy(policy);
    }

    private record Maker(Forest trees) {

        Prepared policy(Policy policy) {
            Condition whole = trees.in(policy.condition());
            return new Prepared(
                    policy,
                    whole,
                    policy.audience().map(this::criterion),
                    criterion(policy.criteria()),
                    policy.score().map(this::score),
                    policy.benefits().stream()
                            .map(benefit -> benefit(benefit, whole))
                            .toList(),
                    policy.grants().stream()
                            .map(grant -> new PreparedGrant(
                                    grant, grant.when().map(own -> trees.in(new Condition.And(List.of(whole, own))))))
                            .toList(),
                    policy.derived().stream().map(trees::derived).toList());
        }

        private PreparedCriterion criterion(Criterion criterion) {
            List<PreparedCriterion> parts = criterion instanceof Criterion.Group group
                    ? group.parts().stream().map(this::criterion).toList()
                    : List.of();
            Optional<Condition> when = criterion.when().map(trees::in);
            List<Condition> own = new ArrayList<>(when.stream().toList());
            if (parts.isEmpty()) {
                own.add(trees.in(criterion.condition()));
            }
            boolean plain = own.stream().allMatch(Maker::isPlain);
            return new PreparedCriterion(
                    criterion,
                    trees.in(Combination.passes(criterion)),
                    when,
                    trees.looks(own),
                    List.copyOf(own),
                    plain,
                    plain ? compared(own) : List.of(),
                    parts);
        }

        private static boolean isPlain(Term term) {
            return !(term instanceof Condition.And || term instanceof Condition.Derived)
                    && Terms.children(term).stream().allMatch(Maker::isPlain);
        }

        private List<Comparing> compared(List<Condition> conditions) {
            List<Comparing> found = new ArrayList<>();
            for (Condition condition : conditions) {
                Terms.each(condition, part -> {
                    switch (part) {
                        case Condition.Compare test -> found.add(new Comparing(test, test.left()));
                        case Condition.CompareRange test ->
                            found.add(new Comparing(test, trees.in(test.range().low())));
                        default -> {}
                    }
                });
            }
            return List.copyOf(found);
        }

        private PreparedScore score(Score score) {
            RangeTerm range = trees.in(score.range());
            List<PreparedScore> parts = score.parts().stream().map(this::score).toList();
            return new PreparedScore(score, range, parts.isEmpty() ? trees.looks(List.of(range)) : List.of(), parts);
        }

        private PreparedBenefit benefit(Benefit benefit, Condition whole) {
            Optional<Condition> when = benefit.when().map(trees::in);
            Optional<NumberTerm> amount = benefit.amount().map(trees::in);
            List<Term> terms = new ArrayList<>(when.stream().toList());
            amount.ifPresent(terms::add);
            return new PreparedBenefit(
                    benefit,
                    when.map(own -> trees.in(new Condition.And(List.of(whole, own))))
                            .orElse(whole),
                    when,
                    amount,
                    trees.looks(terms));
        }
    }
}
