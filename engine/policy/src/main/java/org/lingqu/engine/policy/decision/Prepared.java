package org.lingqu.engine.policy.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param reads which of its nodes look at what
 */
public record Prepared(
        Policy policy,
        Condition whole,
        Optional<PreparedCriterion> audience,
        PreparedCriterion criteria,
        Optional<PreparedScore> score,
        List<PreparedBenefit> benefits,
        List<PreparedGrant> grants,
        Reads reads) {

    /**
     * A criterion.
     *
     * @param passes that it holds or is not asked
     * @param looks what its own condition looks at, and that of whom it is asked; the parts of a group have their own
     * @param own its own condition and that of whom it is asked
     * @param compared the numbers compared there
     * @param plain whether all of them matter to every firm
     */
    public record PreparedCriterion(
            Criterion criterion,
            Condition passes,
            Optional<Condition> when,
            List<Missing> looks,
            List<? extends Term> own,
            List<Comparing> compared,
            boolean plain,
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
    public Stream<PreparedCriterion> roots() {
        return Stream.concat(audience.stream(), Stream.of(criteria));
    }

    static Prepared of(Policy policy, Forest forest) {
        return new Maker(forest.planting()).policy(policy);
    }

    private record Maker(Forest.Planting trees) {

        Prepared policy(Policy policy) {
            Condition whole = trees.in(policy.condition());
            var reads = new Reads();
            reads.add(whole);
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
                    reads);
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
            return new PreparedCriterion(
                    criterion,
                    trees.in(Combination.passes(criterion)),
                    when,
                    trees.looks(own),
                    List.copyOf(own),
                    own.stream().flatMap(this::compared).toList(),
                    own.stream().allMatch(Maker::isPlain),
                    parts);
        }

        private static boolean isPlain(Condition condition) {
            boolean[] plain = {true};
            Terms.each(
                    condition,
                    part -> plain[0] &= !(part instanceof Condition.And || part instanceof Condition.Derived));
            return plain[0];
        }

        private Stream<Comparing> compared(Condition condition) {
            List<Comparing> found = new ArrayList<>();
            Terms.each(condition, part -> {
                switch (part) {
                    case Condition.Compare test -> found.add(new Comparing(test, test.left()));
                    case Condition.CompareRange test ->
                        found.add(new Comparing(test, trees.in(test.range().low())));
                    default -> {}
                }
            });
            return found.stream();
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
