package org.lingqu.bench.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.PolicyId;
import org.lingqu.engine.policy.pack.Score;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Rewriter;

/**
 * Many policies made of the real ones, as neighbouring places write them: the same criteria of the same facts, thresholds and
 * bands moved. About a third of the thresholds stays as it is.
 */
final class PackVariants {

    private static final BigDecimal[] FACTORS = {
        BigDecimal.ONE,
        BigDecimal.ONE,
        new BigDecimal("0.8"),
        new BigDecimal("1.2"),
        new BigDecimal("0.5"),
        new BigDecimal("1.5")
    };

    private PackVariants() {}

    /** As many policies, the real ones first, then each again with other thresholds. */
    static List<Policy> of(List<Policy> pack, int count, long seed) {
        List<Policy> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Policy real = pack.get(i % pack.size());
            int place = i / pack.size();
            made.add(place == 0 ? real : new Variant(place, seed).policy(real));
        }
        return made;
    }

    /** One place's thresholds: the same number of one policy is moved the same way wherever it stands. */
    private static final class Variant extends Rewriter {

        private final int place;
        private final long seed;

        Variant(int place, long seed) {
            this.place = place;
            this.seed = seed;
        }

        private BigDecimal moved(BigDecimal value) {
            long mixed = (value.hashCode() * 31L + place) * 0x9E3779B97F4A7C15L + seed;
            return value.multiply(FACTORS[(int) Math.floorMod(mixed ^ mixed >>> 32, (long) FACTORS.length)]);
        }

        private NumberTerm threshold(NumberTerm term) {
            return term instanceof NumberTerm.Literal(var value) ? new NumberTerm.Literal(moved(value)) : in(term);
        }

        @Override
        public Condition in(Condition condition) {
            return switch (condition) {
                case Condition.Compare(var left, var comparison, var right) ->
                    new Condition.Compare(threshold(left), comparison, threshold(right));
                case Condition.CompareRange(var range, var comparison, var bound) ->
                    new Condition.CompareRange(in(range), comparison, threshold(bound));
                default -> parts(condition);
            };
        }

        private Criterion in(Criterion criterion) {
            Optional<Condition> when = criterion.when().map(this::in);
            return switch (criterion) {
                case Criterion.Check check ->
                    new Criterion.Check(check.id(), check.clause(), when, in(check.condition()), check.expression());
                case Criterion.Ask ask ->
                    new Criterion.Ask(ask.id(), ask.clause(), when, ask.item() + "@" + place, ask.question());
                case Criterion.Group group ->
                    new Criterion.Group(
                            group.id(),
                            group.clause(),
                            when,
                            group.combination(),
                            group.count(),
                            group.parts().stream().map(this::in).toList());
            };
        }

        private Score in(Score score) {
            RangeTerm range = in(score.range());
            return new Score(
                    score.id(),
                    score.label(),
                    score.clause(),
                    range,
                    score.parts().stream().map(this::in).toList());
        }

        private Benefit in(Benefit benefit) {
            return new Benefit(
                    benefit.id(),
                    benefit.clause(),
                    benefit.amount().map(this::in),
                    benefit.when().map(this::in),
                    benefit.frequency(),
                    benefit.excludes(),
                    benefit.expression());
        }

        Policy policy(Policy real) {
            return new Policy(
                    new PolicyId(real.id().region(), real.id().name() + "-" + place),
                    real.version(),
                    real.title(),
                    real.english(),
                    real.aliases(),
                    real.document(),
                    real.issuers(),
                    real.region(),
                    real.validity(),
                    real.replaces(),
                    real.confidence(),
                    real.audience().map(this::in),
                    in(real.criteria()),
                    real.score().map(this::in),
                    real.parameters(),
                    real.grants(),
                    real.yields(),
                    real.derived(),
                    real.benefits().stream().map(this::in).toList(),
                    real.stacking(),
                    real.window(),
                    real.materials(),
                    real.manual(),
                    real.notes());
        }
    }
}
