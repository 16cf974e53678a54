package org.lingqu.match;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.DerivedValue;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.FirmDay;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.decision.Span;
import org.lingqu.engine.policy.explain.DecisionText;
import org.lingqu.engine.policy.explain.Phrases;
import org.lingqu.engine.policy.explain.Steps;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.gap.Change;
import org.lingqu.engine.policy.gap.CriterionGap;
import org.lingqu.engine.policy.gap.FirmGaps;
import org.lingqu.engine.policy.gap.Gap;
import org.lingqu.engine.policy.gap.Gaps;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;

/** Decides policies for firms on one day, with what a list needs to say about each answer. Safe for use by many threads. */
public final class Match {

    /** So many ways are told where there are several. */
    private static final int WAYS = 3;

    private final Facts facts;
    private final List<Policy> policies;
    private final LocalDate asOf;
    private final Interpreter interpreter;
    private final Gaps gaps;
    private final Openings openings;

    /** @param policies those to decide; usually the ones in force on the day */
    public Match(Facts facts, List<Policy> policies, LocalDate asOf) {
        this(new Interpreter(facts), policies, List.of(), asOf);
    }

    /**
     * @param interpreter kept by whoever asks again and again, so that policies are prepared once
     * @param inForce all policies of the day, some of which ask for titles that others grant
     */
    public Match(Interpreter interpreter, List<Policy> policies, Collection<Policy> inForce, LocalDate asOf) {
        this.facts = interpreter.facts();
        this.policies = List.copyOf(policies);
        this.asOf = asOf;
        this.interpreter = interpreter;
        this.gaps = new Gaps(interpreter);
        this.openings = new Openings(interpreter, inForce);
    }

    /** One answer for each policy, in their order. */
    public List<Answer> of(Firm firm) {
        FirmDay day = interpreter.on(firm, asOf);
        FirmGaps lacking = gaps.on(day);
        return policies.stream().map(policy -> answer(policy, day, lacking)).toList();
    }

    /** All that can be said of one firm, in Chinese, for a reader. */
    public String explain(Firm firm) {
        FirmDay day = interpreter.on(firm, asOf);
        FirmGaps lacking = gaps.on(day);
        var text = new StringBuilder();
        for (Policy policy : policies) {
            text.append(DecisionText.of(day.decide(policy), lacking.of(policy), facts))
                    .append('\n');
        }
        return text.toString();
    }

    private Answer answer(Policy policy, FirmDay day, FirmGaps lacking) {
        Decision decision = day.decide(policy);
        var phrases = new Phrases(facts, policy, asOf);
        Failing failing = decision.outcome() instanceof Finding.NotMet ? Failing.of(decision) : new Failing(List.of());
        return new Answer(
                day.firm(),
                policy,
                decision.outcome().kind(),
                failing.told(),
                missing(decision.outcome(), phrases),
                decision.score().map(score -> points(score.points())).orElse(null),
                openings.worth(decision, day),
                decision.total().least(),
                decision.total().most(),
                failing.isAlone(decision) ? step(lacking.of(policy), failing, decision, day.firm()) : Answer.Step.NONE,
                decision.derived().stream()
                        .filter(DerivedValue::conflict)
                        .map(phrases::derived)
                        .toList());
    }

    private static String missing(Finding outcome, Phrases phrases) {
        return outcome instanceof Finding.Unknown || outcome instanceof Finding.Manual ? phrases.finding(outcome) : "";
    }

    /** What the only reason takes: any of the single changes that mend it, else what does so together. */
    private Answer.Step step(Optional<Gap> gap, Failing failing, Decision decision, Firm firm) {
        boolean near = Failing.meetsAnother(decision) && !holds(firm, decision.policy());
        boolean open = Failing.leavesOpen(decision);
        if (gap.isEmpty() || !gap.get().possible()) {
            boolean fixed = gap.isEmpty() || gap.get().criteria().stream().allMatch(CriterionGap::fixed);
            return new Answer.Step(fixed ? Steps.FIXED : Steps.NOT_FOUND, Answer.Step.NOWHERE, near, open);
        }
        var told = new Steps(facts, asOf);
        Optional<CriterionGap> own =
                gap.get().of(failing.reasons().getFirst().criterion().id());
        List<Change> ways = own.map(CriterionGap::ways).orElse(List.of());
        if (!ways.isEmpty()) {
            return new Answer.Step(
                    told.any(ways.stream().limit(WAYS).toList()),
                    ways.getFirst().effort(),
                    near,
                    open);
        }
        LocalDate earliest = own.map(CriterionGap::earliest).orElse(gap.get().earliest());
        List<Change> together = own.map(CriterionGap::earliest).isPresent()
                ? List.of()
                : gap.get().together();
        return new Answer.Step(
                told.all(together, earliest),
                together.stream().mapToDouble(Change::effort).sum(),
                near,
                open);
    }

    private boolean holds(Firm firm, Policy policy) {
        return policy.titles().stream()
                .anyMatch(title -> Boolean.TRUE.equals(firm.facts().holds(title, asOf)));
    }

    private static String points(Span points) {
        String low = plain(points.low());
        String high = plain(points.high());
        return low.equals(high) ? low : low + "–" + high;
    }

    private static String plain(Rational number) {
        return number.rounded(2).stripTrailingZeros().toPlainString();
    }
}
