package org.lingqu.match;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.DerivedValue;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.FirmDay;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.decision.Span;
import org.lingqu.engine.policy.explain.DecisionText;
import org.lingqu.engine.policy.explain.Phrases;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.gap.FirmGaps;
import org.lingqu.engine.policy.gap.Gaps;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;

/** Decides policies for firms on one day, with what a list needs to say about each answer. Safe for use by many threads. */
public final class Match {

    private final Facts facts;
    private final List<Policy> policies;
    private final LocalDate asOf;
    private final Interpreter interpreter;
    private final Gaps gaps;
    private final Openings openings;
    private final Awards awards;
    private final boolean all;

    /** @param policies those to decide; usually the ones in force on the day */
    public Match(Facts facts, List<Policy> policies, LocalDate asOf) {
        this(new Interpreter(facts), policies, policies, asOf, false);
    }

    /**
     * @param interpreter kept by whoever asks again and again, so that policies are prepared once
     * @param inForce all policies of the day, some of which award titles that others ask for
     * @param all whether it is told, too, what several reasons take together, which takes longer
     */
    public Match(
            Interpreter interpreter, List<Policy> policies, Collection<Policy> inForce, LocalDate asOf, boolean all) {
        this.facts = interpreter.facts();
        this.policies = List.copyOf(policies);
        this.asOf = asOf;
        this.interpreter = interpreter;
        this.gaps = new Gaps(interpreter);
        this.openings = new Openings(interpreter, inForce);
        this.awards = new Awards(inForce);
        this.all = all;
    }

    /** One answer for each policy, in their order. */
    public List<Answer> of(Firm firm) {
        FirmDay day = interpreter.on(firm, asOf);
        var ways = new WayFinder(day, gaps.on(day), facts, awards);
        return policies.stream().map(policy -> answer(policy, day, ways)).toList();
    }

    /** All that can be said of one firm, in Chinese, for a reader. */
    public String explain(Firm firm) {
        FirmDay day = interpreter.on(firm, asOf);
        FirmGaps lacking = gaps.on(day);
        var ways = new WayFinder(day, lacking, facts, awards);
        var text = new StringBuilder();
        for (Policy policy : policies) {
            Decision decision = day.decide(policy);
            text.append(DecisionText.of(decision, lacking.of(policy), facts));
            String step = ways.step(decision, true).words();
            if (!step.isEmpty()) {
                text.append("怎样可以达到：").append(step).append('\n');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private Answer answer(Policy policy, FirmDay day, WayFinder ways) {
        Decision decision = day.decide(policy);
        var phrases = new Phrases(facts, policy, asOf);
        Failing failing = Failing.ofNo(decision);
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
                ways.step(decision, all),
                decision.benefits().stream()
                        .filter(each -> each.entitled().kind() != Finding.Kind.NOT_MET
                                && each.entitled().kind() != Finding.Kind.NOT_APPLICABLE)
                        .map(each -> each.benefit().id())
                        .collect(Collectors.toUnmodifiableSet()),
                decision.derived().stream()
                        .filter(DerivedValue::conflict)
                        .map(phrases::derived)
                        .toList());
    }

    private static String missing(Finding outcome, Phrases phrases) {
        return outcome instanceof Finding.Unknown || outcome instanceof Finding.Manual ? phrases.finding(outcome) : "";
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
