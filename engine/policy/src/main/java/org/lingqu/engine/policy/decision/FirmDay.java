package org.lingqu.engine.policy.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Prepared.Comparing;
import org.lingqu.engine.policy.decision.Prepared.PreparedBenefit;
import org.lingqu.engine.policy.decision.Prepared.PreparedCriterion;
import org.lingqu.engine.policy.decision.Prepared.PreparedGrant;
import org.lingqu.engine.policy.decision.Prepared.PreparedScore;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.engine.policy.rule.Truth;

/**
 * One firm on one day: whatever was computed for one policy serves the next. Made by {@link Interpreter#on}; not for several
 * threads at once.
 */
public final class FirmDay {

    private final Interpreter interpreter;
    private final Firm firm;
    private final Evaluation evaluation;
    private final IdentityHashMap<Condition, Finding> findings = new IdentityHashMap<>();
    private final IdentityHashMap<List<Missing>, List<Used>> used = new IdentityHashMap<>();
    private final IdentityHashMap<Missing, Used> seen = new IdentityHashMap<>();
    private final IdentityHashMap<PreparedDerived, DerivedValue> derived = new IdentityHashMap<>();

    FirmDay(Interpreter interpreter, Firm firm, LocalDate asOf) {
        this.interpreter = interpreter;
        this.firm = firm;
        this.evaluation = new Evaluation(firm.facts(), asOf, interpreter.reads(), interpreter.nodes());
    }

    public Firm firm() {
        return firm;
    }

    public LocalDate asOf() {
        return evaluation.asOf();
    }

    /** What the firm's facts make of trees on that day. */
    public Evaluation evaluation() {
        return evaluation;
    }

    /** The policy as it is worked on. */
    public Prepared prepared(Policy policy) {
        return interpreter.prepared(policy);
    }

    /** Which nodes of prepared policies look at what. */
    public Reads reads() {
        return interpreter.reads();
    }

    /** Decides; a version that is not in force on the date is not applicable. */
    public Decision decide(Policy policy) {
        Prepared prepared = prepared(policy);
        List<BenefitFinding> benefits = each(prepared.benefits(), benefit -> benefit(policy, benefit));
        Finding outcome = outcome(prepared);
        return new Decision(
                policy,
                firm.id(),
                evaluation.asOf(),
                outcome,
                prepared.audience().map(this::criterion),
                criterion(prepared.criteria()),
                prepared.score().map(this::score),
                benefits,
                Stack.total(benefits, policy.stacking()),
                Stack.would(policy.inForce(evaluation.asOf()) ? benefits : List.of(), policy.stacking()),
                each(prepared.grants(), grant -> grant(grant, outcome)),
                each(prepared.derived(), this::derived));
    }

    private DerivedValue derived(PreparedDerived fact) {
        DerivedValue found = derived.get(fact);
        if (found == null) {
            found = DerivedValue.of(fact, evaluation);
            derived.put(fact, found);
        }
        return found;
    }

    private Finding finding(Condition condition) {
        Finding found = findings.get(condition);
        if (found == null) {
            found = Interpreter.finding(condition, evaluation);
            findings.put(condition, found);
        }
        return found;
    }

    private Finding outcome(Prepared prepared) {
        Optional<PreparedCriterion> audience = prepared.audience();
        boolean outside = !prepared.policy().inForce(evaluation.asOf())
                || (audience.isPresent() && evaluation.truth(audience.get().passes()) == Truth.FALSE);
        return outside ? new Finding.NotApplicable() : finding(prepared.whole());
    }

    private CriterionFinding criterion(PreparedCriterion criterion) {
        boolean applies =
                criterion.when().isEmpty() || evaluation.truth(criterion.when().get()) != Truth.FALSE;
        return new CriterionFinding(
                criterion.criterion(),
                applies ? finding(criterion.passes()) : new Finding.NotApplicable(),
                used(criterion.looks()),
                compared(criterion),
                each(criterion.parts(), this::criterion));
    }

    private List<Used> used(List<Missing> looks) {
        List<Used> found = used.get(looks);
        if (found == null) {
            found = each(looks, this::used);
            used.put(looks, found);
        }
        return found;
    }

    private Used used(Missing look) {
        Used found = seen.get(look);
        if (found == null) {
            found = Looks.used(look, evaluation);
            seen.put(look, found);
        }
        return found;
    }

    /** A list that need not be copied again. */
    @SuppressWarnings("unchecked") // filled with what the function gives
    private static <A, B> List<B> each(List<A> list, Function<A, B> function) {
        var made = (B[]) new Object[list.size()];
        for (int i = 0; i < made.length; i++) {
            made[i] = function.apply(list.get(i));
        }
        return List.of(made);
    }

    private GrantFinding grant(PreparedGrant grant, Finding outcome) {
        boolean asked = grant.whole().isPresent() && !(outcome instanceof Finding.NotApplicable);
        return new GrantFinding(
                grant.grant(),
                asked ? finding(grant.whole().get()) : outcome,
                grant.grant().until(evaluation.asOf()));
    }

    private List<Compared> compared(PreparedCriterion criterion) {
        if (criterion.plain()) {
            return each(criterion.compared(), this::compared);
        }
        List<Compared> found = new ArrayList<>();
        for (Term own : criterion.own()) {
            compared(own, found);
        }
        return found;
    }

    /**
     * What matters of a term: not how a derived fact was derived, and of alternatives by industry or kind only those that the
     * firm belongs to.
     */
    private void compared(Term term, List<Compared> into) {
        boolean beside = term instanceof Condition.And and
                && and.conditions().stream()
                        .anyMatch(part -> !isComparison(part) && evaluation.truth(part) == Truth.FALSE);
        if (beside) {
            return;
        }
        if (term instanceof Condition.Derived derived) {
            compared(derived.supplied(), into);
            return;
        }
        switch (term) {
            case Condition.Compare test -> into.add(compared(new Comparing(test, test.left())));
            case Condition.CompareRange test ->
                into.add(compared(new Comparing(test, test.range().low())));
            default -> {}
        }
        Terms.children(term).forEach(part -> compared(part, into));
    }

    private static boolean isComparison(Condition condition) {
        return condition instanceof Condition.Compare || condition instanceof Condition.CompareRange;
    }

    private Compared compared(Comparing comparing) {
        return switch (comparing.test()) {
            case Condition.Compare(var left, var comparison, var right) ->
                new Compared(left, span(left), comparison, right, span(right));
            case Condition.CompareRange(var range, var comparison, var bound) ->
                new Compared(comparing.left(), evaluation.range(range), comparison, bound, span(bound));
            default -> throw new IllegalStateException("compares no numbers: " + comparing.test());
        };
    }

    private @Nullable Span span(NumberTerm term) {
        Rational value = evaluation.number(term);
        return value == null ? null : new Span(value, value);
    }

    private ScoreFinding score(PreparedScore score) {
        return new ScoreFinding(
                score.score(), evaluation.range(score.range()), used(score.looks()), each(score.parts(), this::score));
    }

    private BenefitFinding benefit(Policy policy, PreparedBenefit benefit) {
        Finding entitled =
                policy.inForce(evaluation.asOf()) ? finding(benefit.entitled()) : new Finding.NotApplicable();
        Truth when = benefit.when().isEmpty()
                ? Truth.TRUE
                : evaluation.truth(benefit.when().get());
        Facts facts = interpreter.facts();
        Amounts.Extent extent = when == Truth.FALSE || benefit.amount().isEmpty()
                ? Amounts.Extent.of(Rational.ZERO)
                : new Amounts(evaluation, facts).of(benefit.amount().get());
        Rational low = when == Truth.TRUE && extent.low() != null ? extent.low().max(Rational.ZERO) : Rational.ZERO;
        boolean settled = when == Truth.FALSE || benefit.amount().isEmpty() || low.equals(extent.high());
        return new BenefitFinding(
                benefit.benefit(),
                entitled,
                low,
                extent.high(),
                used(benefit.looks()),
                settled ? Set.of() : missing(benefit),
                settled ? null : share(benefit.amount().get()));
    }

    /** What the amount, and whether it is had at all, wait for. */
    private Set<Missing> missing(PreparedBenefit benefit) {
        var missing = new LinkedHashSet<Missing>();
        Stream.<Term>concat(benefit.when().stream(), benefit.amount().stream())
                .forEach(term -> Unsettled.each(
                        term,
                        evaluation,
                        part -> Looks.direct(part).stream()
                                .filter(look -> Looks.isMissing(look, evaluation))
                                .forEach(missing::add)));
        return missing;
    }

    /** Of 应纳税所得额 × 10 %, while the figure is missing, the 10 %. */
    private @Nullable Rational share(NumberTerm amount) {
        if (!(amount instanceof NumberTerm.Multiply(NumberTerm left, NumberTerm right))) {
            return null;
        }
        Rational factor = evaluation.number(left) == null ? evaluation.number(right) : evaluation.number(left);
        NumberTerm figure = evaluation.number(left) == null ? left : right;
        return factor != null
                        && factor.signum() > 0
                        && factor.compareTo(Rational.ONE) < 0
                        && figure instanceof NumberTerm.FactNumber
                ? factor
                : null;
    }
}
