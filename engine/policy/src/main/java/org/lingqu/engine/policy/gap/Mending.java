package org.lingqu.engine.policy.gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.decision.Prepared.PreparedCriterion;
import org.lingqu.engine.policy.decision.Remembered;
import org.lingqu.engine.policy.decision.Sight;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.engine.policy.rule.Truth;

/** Chooses the next change for one firm on one day. What time alone brings counts as mended, where a day has to be waited for anyway. */
final class Mending {

    private final Remembered<Sight, Levers> levers;

    /** For the firm as it is today. */
    private final IdentityHashMap<Condition, List<Change>> found = new IdentityHashMap<>();

    Mending(Remembered<Sight, Levers> levers) {
        this.levers = levers;
    }

    private Levers levers(Term term, State state) {
        return levers.of(state.reads().sight(term));
    }

    /** Whether something fails both today and, if it is only a matter of time, on the day waited for. */
    boolean fails(Condition condition, State state) {
        return truth(condition, state) == Truth.FALSE;
    }

    /** Whether it holds, or is left to facts and people that can still settle it: a base made zero mends nothing. */
    private boolean mended(Condition condition, State state) {
        return switch (truth(condition, state)) {
            case TRUE -> true;
            case FALSE -> false;
            case UNKNOWN -> Interpreter.canBeSettled(condition, state.now());
        };
    }

    /** Kleene's value, where parts that read nothing of a year are seen on the day waited for. */
    private Truth truth(Condition condition, State state) {
        if (state.later() == null) {
            return state.now().truth(condition);
        }
        return switch (condition) {
            case Condition.And and ->
                and.conditions().stream().map(part -> truth(part, state)).reduce(Truth.TRUE, Truth::and);
            case Condition.Or or ->
                or.conditions().stream().map(part -> truth(part, state)).reduce(Truth.FALSE, Truth::or);
            default -> (levers(condition, state).timeless() ? state.later() : state.now()).truth(condition);
        };
    }

    /** Changes each of which alone mends a condition, the least effort first. */
    List<Change> ways(Condition wanted, State state) {
        State seen = state.seenBy(wanted);
        if (seen.before() != null || seen.later() != null) {
            return search(wanted, seen);
        }
        List<Change> before = found.get(wanted);
        if (before == null) {
            before = search(wanted, seen);
            found.put(wanted, before);
        }
        return before;
    }

    private List<Change> search(Condition wanted, State state) {
        return new Search(
                        levers(wanted, state),
                        state,
                        changed -> mended(wanted, changed),
                        (from, ref) -> TurningPoints.of(wanted, from, ref))
                .ways();
    }

    /** The change that mends a failing criterion, or brings it nearer. */
    Optional<Change> mend(PreparedCriterion criterion, State state) {
        Condition wanted = criterion.passes();
        if (!fails(wanted, state)) {
            return Optional.empty();
        }
        if (criterion.criterion() instanceof Criterion.Group group && group.combination() != Combination.NONE) {
            List<Change> found = new ArrayList<>();
            for (PreparedCriterion part : criterion.parts()) {
                mend(part, state).ifPresent(found::add);
                if (group.combination() == Combination.ALL && !found.isEmpty()) {
                    return Optional.of(found.getFirst());
                }
            }
            return found.stream().min(Change.EASIEST);
        }
        Optional<Change> single = ways(wanted, state).stream().findFirst();
        return single.isPresent() ? single : nearer(wanted, state);
    }

    /** Where no single change does: the one that brings a score most points for its effort, or mends part of a conjunction. */
    private Optional<Change> nearer(Condition wanted, State state) {
        List<RangeTerm> failing = new ArrayList<>();
        Terms.each(wanted, part -> {
            if (part instanceof Condition.CompareRange test && fails(test, state)) {
                failing.add(test.range());
            }
        });
        if (!failing.isEmpty()) {
            return points(failing.getFirst(), state);
        }
        return wanted instanceof Condition.And and
                ? and.conditions().stream()
                        .filter(part -> fails(part, state))
                        .flatMap(part -> ways(part, state).stream().limit(1))
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Change> points(RangeTerm range, State state) {
        Rational possible = state.now().range(range).high();
        return new Search(
                        levers(range, state),
                        state,
                        changed -> changed.now().range(range).high().compareTo(possible) > 0,
                        (from, ref) -> TurningPoints.of(range, possible, from, ref))
                .ways().stream()
                        .max(Comparator.comparingDouble(
                                change -> gain(change, range, state, possible) / Math.max(change.effort(), 1e-6)));
    }

    private static double gain(Change change, RangeTerm range, State state, Rational possible) {
        return state.with(change).now().range(range).high().minus(possible).toDouble();
    }
}
