package org.lingqu.engine.policy.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Grant;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Score;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.engine.policy.rule.Truth;

/** Decides one policy for one firm, exactly, and keeps every reason. The oracle that the columnar evaluator agrees with. */
public final class Interpreter {

    private final Facts facts;

    /** @param facts the dictionary, which says what a missing amount can still be */
    public Interpreter(Facts facts) {
        this.facts = facts;
    }

    /** Decides; a version that is not in force on the date is not applicable. */
    public Decision decide(Policy policy, Firm firm, LocalDate asOf) {
        return new Run(policy, firm, asOf).decision();
    }

    /** What a condition says of a firm, with what is missing. */
    public static Finding finding(Condition condition, Evaluation evaluation) {
        return switch (evaluation.truth(condition)) {
            case TRUE -> new Finding.Met();
            case FALSE -> new Finding.NotMet();
            case UNKNOWN -> open(condition, evaluation);
        };
    }

    /** Manual when only people's answers are open: all favourable answers settle it, and so do all unfavourable ones. */
    private static Finding open(Condition condition, Evaluation evaluation) {
        boolean manual = evaluation.assuming(Assumption.YES).truth(condition).isKnown()
                && evaluation.assuming(Assumption.NO).truth(condition).isKnown();
        return manual
                ? new Finding.Manual(OpenItems.of(condition, evaluation))
                : new Finding.Unknown(
                        new Needs(evaluation).settle(condition).inOrder(),
                        List.copyOf(Reasons.of(condition, evaluation)));
    }

    private final class Run {

        private final Policy policy;
        private final Firm firm;
        private final Evaluation evaluation;
        private final Grounds grounds;

        Run(Policy policy, Firm firm, LocalDate asOf) {
            this.policy = policy;
            this.firm = firm;
            this.evaluation = new Evaluation(firm.facts(), asOf);
            this.grounds = new Grounds(evaluation);
        }

        Decision decision() {
            Optional<CriterionFinding> audience = policy.audience().map(this::criterion);
            CriterionFinding criteria = criterion(policy.criteria());
            List<BenefitFinding> benefits =
                    policy.benefits().stream().map(this::benefit).toList();
            Finding outcome = outcome();
            return new Decision(
                    policy,
                    firm.id(),
                    evaluation.asOf(),
                    outcome,
                    audience,
                    criteria,
                    policy.score().map(this::score),
                    benefits,
                    Stack.total(benefits, policy.stacking()),
                    policy.grants().stream().map(grant -> grant(grant, outcome)).toList(),
                    policy.derived().stream()
                            .map(fact -> DerivedValue.of(fact, evaluation))
                            .toList());
        }

        private GrantFinding grant(Grant grant, Finding outcome) {
            boolean asked = grant.when().isPresent() && !(outcome instanceof Finding.NotApplicable);
            Finding finding = asked
                    ? finding(
                            new Condition.And(
                                    List.of(policy.condition(), grant.when().orElseThrow())),
                            evaluation)
                    : outcome;
            return new GrantFinding(grant, finding, grant.until(evaluation.asOf()));
        }

        private Finding outcome() {
            Optional<Condition> audience = policy.audience().map(Combination::passes);
            boolean outside = !policy.inForce(evaluation.asOf())
                    || audience.filter(condition -> evaluation.truth(condition) == Truth.FALSE)
                            .isPresent();
            return outside ? new Finding.NotApplicable() : finding(policy.condition(), evaluation);
        }

        private CriterionFinding criterion(Criterion criterion) {
            List<CriterionFinding> parts = criterion instanceof Criterion.Group group
                    ? group.parts().stream().map(this::criterion).toList()
                    : List.of();
            boolean applies = criterion
                    .when()
                    .filter(when -> evaluation.truth(when) == Truth.FALSE)
                    .isEmpty();
            Finding finding =
                    applies ? finding(Combination.passes(criterion), evaluation) : new Finding.NotApplicable();
            List<Term> own = new ArrayList<>();
            criterion.when().ifPresent(own::add);
            if (parts.isEmpty()) {
                own.add(criterion.condition());
            }
            return new CriterionFinding(criterion, finding, grounds.used(own), grounds.compared(own), parts);
        }

        private ScoreFinding score(Score score) {
            List<ScoreFinding> parts = score.parts().stream().map(this::score).toList();
            List<Used> used = parts.isEmpty() ? grounds.used(List.of(score.range())) : List.of();
            return new ScoreFinding(score, evaluation.range(score.range()), used, parts);
        }

        private BenefitFinding benefit(Benefit benefit) {
            Condition whole = benefit.when()
                    .<Condition>map(when -> new Condition.And(List.of(policy.condition(), when)))
                    .orElse(policy.condition());
            Finding entitled =
                    policy.inForce(evaluation.asOf()) ? finding(whole, evaluation) : new Finding.NotApplicable();
            List<Term> terms = new ArrayList<>();
            benefit.when().ifPresent(terms::add);
            benefit.amount().ifPresent(terms::add);
            Truth when = benefit.when().map(evaluation::truth).orElse(Truth.TRUE);
            Amounts.Extent extent = when == Truth.FALSE
                    ? Amounts.Extent.of(Rational.ZERO)
                    : benefit.amount().map(new Amounts(evaluation, facts)::of).orElse(Amounts.Extent.of(Rational.ZERO));
            Rational low =
                    when == Truth.TRUE && extent.low() != null ? extent.low().max(Rational.ZERO) : Rational.ZERO;
            return new BenefitFinding(benefit, entitled, low, extent.high(), grounds.used(terms));
        }
    }

    /** The numbers under a criterion: which values were read and what was compared with what. */
    private record Grounds(Evaluation evaluation) {

        List<Used> used(List<Term> terms) {
            Set<Used> used = new LinkedHashSet<>();
            terms.forEach(term -> UsedValues.of(term, evaluation, used));
            return List.copyOf(used);
        }

        /**
         * What matters of a term: not how a derived fact was derived, and of alternatives by industry or kind only those that the
         * firm belongs to.
         */
        private void each(Term term, Consumer<Term> visit) {
            boolean beside = term instanceof Condition.And and
                    && and.conditions().stream()
                            .anyMatch(part -> !isComparison(part) && evaluation.truth(part) == Truth.FALSE);
            if (beside) {
                return;
            }
            if (term instanceof Condition.Derived derived) {
                each(derived.supplied(), visit);
                return;
            }
            visit.accept(term);
            Terms.children(term).forEach(part -> each(part, visit));
        }

        private static boolean isComparison(Condition condition) {
            return condition instanceof Condition.Compare || condition instanceof Condition.CompareRange;
        }

        List<Compared> compared(List<Term> terms) {
            List<Compared> compared = new ArrayList<>();
            terms.forEach(term -> each(term, part -> {
                if (part instanceof Condition.Compare test) {
                    compared.add(new Compared(
                            test.left(), span(test.left()), test.comparison(), test.right(), span(test.right())));
                } else if (part instanceof Condition.CompareRange test) {
                    compared.add(new Compared(
                            test.range().low(),
                            evaluation.range(test.range()),
                            test.comparison(),
                            test.bound(),
                            span(test.bound())));
                }
            }));
            return compared;
        }

        private @org.jspecify.annotations.Nullable Span span(NumberTerm term) {
            Rational value = evaluation.number(term);
            return value == null ? null : new Span(value, value);
        }
    }
}
