package org.lingqu.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingqu.engine.policy.decision.CriterionFinding;
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
import org.lingqu.engine.policy.gap.Change;
import org.lingqu.engine.policy.gap.CriterionGap;
import org.lingqu.engine.policy.gap.FirmGaps;
import org.lingqu.engine.policy.gap.Gap;
import org.lingqu.engine.policy.gap.Gaps;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;

/** Decides policies for firms on one day, with what a list needs to say about each answer. Safe for use by many threads. */
public final class Match {

    private final Facts facts;
    private final List<Policy> policies;
    private final LocalDate asOf;
    private final Interpreter interpreter;
    private final Gaps gaps;

    /** @param policies those to decide; usually the ones in force on the day */
    public Match(Facts facts, List<Policy> policies, LocalDate asOf) {
        this(new Interpreter(facts), policies, asOf);
    }

    /** @param interpreter kept by whoever asks again and again, so that policies are prepared once */
    public Match(Interpreter interpreter, List<Policy> policies, LocalDate asOf) {
        this.facts = interpreter.facts();
        this.policies = List.copyOf(policies);
        this.asOf = asOf;
        this.interpreter = interpreter;
        this.gaps = new Gaps(interpreter);
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
        var phrases = new Phrases(facts, policy);
        List<CriterionFinding> failing = decision.outcome() instanceof Finding.NotMet ? failing(decision) : List.of();
        return new Answer(
                day.firm(),
                policy,
                decision.outcome().kind(),
                failing.stream().map(Match::named).toList(),
                missing(decision.outcome(), phrases),
                decision.score().map(score -> points(score.points())).orElse(null),
                decision.total().least(),
                decision.total().most(),
                failing.size() == 1 && nothingIsMissing(decision) ? step(lacking.of(policy), failing.getFirst()) : "",
                decision.derived().stream()
                        .filter(DerivedValue::conflict)
                        .map(phrases::derived)
                        .toList());
    }

    /** The lowest criteria that say no. */
    private static List<CriterionFinding> failing(Decision decision) {
        return Stream.concat(decision.audience().stream(), Stream.of(decision.criteria()))
                .flatMap(CriterionFinding::all)
                .filter(finding -> finding.finding() instanceof Finding.NotMet)
                .filter(finding -> finding.parts().stream().noneMatch(part -> part.finding() instanceof Finding.NotMet))
                .toList();
    }

    /** Whether the one criterion that says no is all that is left: a fact missing for another may hide a second step. */
    private static boolean nothingIsMissing(Decision decision) {
        return Stream.concat(decision.audience().stream(), Stream.of(decision.criteria()))
                .flatMap(CriterionFinding::all)
                .noneMatch(finding -> finding.finding() instanceof Finding.Unknown);
    }

    private static String named(CriterionFinding finding) {
        Criterion criterion = finding.criterion();
        String says = criterion.clause().says().isEmpty()
                ? criterion.id()
                : criterion.clause().says();
        return criterion.clause().article().isEmpty()
                ? says
                : criterion.clause().article() + " " + says;
    }

    private static String missing(Finding outcome, Phrases phrases) {
        return outcome instanceof Finding.Unknown || outcome instanceof Finding.Manual ? phrases.finding(outcome) : "";
    }

    private static String step(Optional<Gap> gap, CriterionFinding failing) {
        if (gap.isEmpty() || !gap.get().possible()) {
            return "";
        }
        Optional<CriterionGap> own = gap.get().of(failing.criterion().id());
        if (own.isEmpty()) {
            return "";
        }
        List<Change> ways = own.get().ways();
        if (ways.isEmpty()) {
            return own.get().earliest() == null ? "" : own.get().earliest() + " 起自然符合";
        }
        return String.join(" 或 ", ways.stream().limit(3).map(Phrases::change).toList());
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
