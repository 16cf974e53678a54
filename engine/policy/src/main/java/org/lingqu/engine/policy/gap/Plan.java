package org.lingqu.engine.policy.gap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.decision.Span;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.engine.policy.rule.Truth;

/**
 * Chooses the next change.
 *
 * @param waits the day that has to be waited for anyway, or null; what time alone brings counts as mended
 */
record Plan(LocalDate asOf, @Nullable LocalDate waits, Search search) {

    /** Whether something fails both today and, if it is only a matter of time, on the day waited for. */
    boolean fails(Condition condition, FirmFacts facts) {
        return truth(condition, facts) == Truth.FALSE;
    }

    /** Whether it holds, or is left to facts and people that can still settle it: a base made zero mends nothing. */
    boolean mended(Condition condition, FirmFacts facts) {
        return switch (truth(condition, facts)) {
            case TRUE -> true;
            case FALSE -> false;
            case UNKNOWN -> canBeSettled(condition, facts, asOf);
        };
    }

    static boolean canBeSettled(Condition condition, FirmFacts facts, LocalDate asOf) {
        return switch (Interpreter.finding(condition, new Evaluation(facts, asOf))) {
            case Finding.Met met -> true;
            case Finding.Manual manual -> true;
            case Finding.Unknown unknown -> !unknown.missing().isEmpty();
            case Finding.NotMet notMet -> false;
            case Finding.NotApplicable none -> false;
        };
    }

    /** Kleene's value, where parts that read nothing of a year are seen on the day waited for. */
    private Truth truth(Condition condition, FirmFacts facts) {
        if (waits == null) {
            return new Evaluation(facts, asOf).truth(condition);
        }
        return switch (condition) {
            case Condition.And and ->
                and.conditions().stream().map(part -> truth(part, facts)).reduce(Truth.TRUE, Truth::and);
            case Condition.Or or ->
                or.conditions().stream().map(part -> truth(part, facts)).reduce(Truth.FALSE, Truth::or);
            default -> new Evaluation(facts, Search.isTimeless(condition) ? waits : asOf).truth(condition);
        };
    }

    /** The change that mends a failing criterion, or brings it nearer. */
    Optional<Change> mend(Criterion criterion, FirmFacts facts) {
        Condition wanted = Combination.passes(criterion);
        if (!fails(wanted, facts)) {
            return Optional.empty();
        }
        if (criterion instanceof Criterion.Group group && group.combination() != Combination.NONE) {
            List<Change> found = new ArrayList<>();
            for (Criterion part : group.parts()) {
                mend(part, facts).ifPresent(found::add);
                if (group.combination() == Combination.ALL && !found.isEmpty()) {
                    return Optional.of(found.getFirst());
                }
            }
            return found.stream().min(Change.EASIEST);
        }
        Optional<Change> single = search.ways(wanted, facts, changed -> mended(wanted, changed)).stream()
                .findFirst();
        return single.isPresent() ? single : nearer(wanted, facts);
    }

    /** Where no single change does: the one that brings a score most points for its effort, or mends part of a conjunction. */
    private Optional<Change> nearer(Condition wanted, FirmFacts facts) {
        List<Term> failing = new ArrayList<>();
        Terms.each(wanted, part -> {
            if (part instanceof Condition.CompareRange test && fails(test, facts)) {
                failing.add(test.range());
            }
        });
        if (!failing.isEmpty() && failing.getFirst() instanceof RangeTerm range) {
            return points(range, facts);
        }
        return wanted instanceof Condition.And and
                ? and.conditions().stream()
                        .filter(part -> fails(part, facts))
                        .flatMap(part -> search.ways(part, facts, changed -> mended(part, changed)).stream()
                                .limit(1))
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Change> points(RangeTerm range, FirmFacts facts) {
        Span now = new Evaluation(facts, asOf).range(range);
        return search
                .ways(
                        range,
                        facts,
                        changed -> new Evaluation(changed, asOf)
                                        .range(range)
                                        .high()
                                        .compareTo(now.high())
                                > 0)
                .stream()
                .max(Comparator.comparingDouble(
                        change -> gain(change, range, facts, now) / Math.max(change.effort(), 1e-6)));
    }

    private double gain(Change change, RangeTerm range, FirmFacts facts, Span now) {
        FirmFacts changed = Changes.apply(facts, List.of(change), asOf);
        return new Evaluation(changed, asOf)
                .range(range)
                .high()
                .minus(now.high())
                .toDouble();
    }
}
