package org.lingqu.engine.policy.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Truth;

/**
 * Which open lines of a score table could settle a test of its total. Points only add up, take the better and are capped, so
 * a line helps most when it gets its most (or, to fail, its least): supposing just that for a choice of lines says whether
 * these lines could do it.
 */
final class RangeNeeds {

    /** Choices tried, the smallest first; beyond it all open lines together are named. */
    private static final int MOST_TRIED = 1000;
    /** So many lines to be judged are tried one by one; more of them are judged together, as experts do. */
    private static final int MOST_JUDGED = 3;

    private final Evaluation evaluation;
    private final Needs needs;

    RangeNeeds(Evaluation evaluation, Needs needs) {
        this.evaluation = evaluation;
        this.needs = needs;
    }

    /**
     * One thing that may be learnt about a line.
     *
     * @param supposed what the line, or several, are then, at best for the wish
     */
    private record Option(IdentityHashMap<RangeTerm, Span> supposed, Family cost, boolean judged) {

        boolean touches(Option other) {
            for (RangeTerm line : supposed.keySet()) {
                if (other.supposed.containsKey(line)) {
                    return true;
                }
            }
            return false;
        }

        static Option of(RangeTerm line, Span supposed, Family cost, boolean judged) {
            IdentityHashMap<RangeTerm, Span> only = new IdentityHashMap<>(1);
            only.put(line, supposed);
            return new Option(only, cost, judged);
        }
    }

    private static List<Option> together(List<Option> options) {
        List<Option> judged = options.stream().filter(Option::judged).toList();
        if (judged.size() <= MOST_JUDGED) {
            return options;
        }
        List<Option> joined = new ArrayList<>(options);
        joined.removeAll(judged);
        IdentityHashMap<RangeTerm, Span> supposed = new IdentityHashMap<>();
        judged.forEach(option -> supposed.putAll(option.supposed()));
        joined.add(new Option(supposed, cost(judged), true));
        return joined;
    }

    /** Whether {@link #towards} finds a way: with all lines that anything can be learnt about, if with any. */
    boolean can(Condition.CompareRange test, boolean wish) {
        Rational bound = evaluation.number(test.bound());
        if (bound == null) {
            return true;
        }
        boolean upwards = test.comparison().isUpwards() == wish;
        List<Option> options = leaves(test.range())
                .flatMap(leaf -> options(leaf, upwards).stream())
                .toList();
        List<Option> open = options.stream()
                .filter(option -> !option.cost().isHopeless())
                .sorted(Comparator.comparing(
                        Option::judged)) // points settle a line more than its band does: they come last
                .toList();
        return open.size() == options.size() || settles(test, open, bound, wish);
    }

    Family towards(Condition.CompareRange test, boolean wish) {
        Rational bound = evaluation.number(test.bound());
        if (bound == null) {
            return Family.SETTLED; // what the bound needs is counted beside; the lines are settled then or not
        }
        boolean upwards = test.comparison().isUpwards() == wish;
        List<Option> options = together(leaves(test.range())
                .flatMap(leaf -> options(leaf, upwards).stream())
                .toList());
        Family found = Family.HOPELESS;
        List<List<Option>> ring = List.of(List.of());
        int tried = 0;
        while (!ring.isEmpty() && tried < MOST_TRIED) {
            List<List<Option>> next = new ArrayList<>();
            for (List<Option> chosen : ring) {
                tried++;
                if (settles(test, chosen, bound, wish)) {
                    found = found.or(cost(chosen));
                } else if (next.size() < MOST_TRIED) {
                    extend(chosen, options, next);
                }
            }
            ring = next;
        }
        return found.isHopeless() ? cost(options) : found;
    }

    private static Family cost(List<Option> chosen) {
        return chosen.stream().map(Option::cost).reduce(Family.SETTLED, Family::and);
    }

    private static void extend(List<Option> chosen, List<Option> options, List<List<Option>> into) {
        int from = chosen.isEmpty() ? 0 : options.indexOf(chosen.getLast()) + 1;
        for (Option option : options.subList(from, options.size())) {
            if (chosen.stream().noneMatch(option::touches)) {
                List<Option> longer = new ArrayList<>(chosen);
                longer.add(option);
                into.add(longer);
            }
        }
    }

    private boolean settles(Condition.CompareRange test, List<Option> chosen, Rational bound, boolean wish) {
        IdentityHashMap<RangeTerm, Span> supposed = new IdentityHashMap<>();
        chosen.forEach(option -> supposed.putAll(option.supposed()));
        return Evaluation.settle(evaluation.range(test.range(), supposed), test.comparison(), bound) == Truth.of(wish);
    }

    private Stream<RangeTerm> leaves(RangeTerm term) {
        return switch (term) {
            case RangeTerm.Points points -> Stream.of(points);
            case RangeTerm.Judgement judgement -> Stream.of(judgement);
            case RangeTerm.Sum sum -> sum.parts().stream().flatMap(this::leaves);
            case RangeTerm.Best best -> best.parts().stream().flatMap(this::leaves);
            case RangeTerm.Cap cap -> leaves(cap.part());
        };
    }

    private List<Option> options(RangeTerm leaf, boolean upwards) {
        Span now = evaluation.range(leaf);
        if (now.isSettled()) {
            return List.of();
        }
        Rational end = upwards ? now.high() : now.low();
        return switch (leaf) {
            case RangeTerm.Points points ->
                List.of(Option.of(leaf, new Span(end, end), needs.known(points.points()), false));
            case RangeTerm.Judgement judgement -> judged(judgement, now, end, upwards);
            case RangeTerm.Sum sum -> List.of();
            case RangeTerm.Best best -> List.of();
            case RangeTerm.Cap cap -> List.of();
        };
    }

    /** Experts may give points, which settles the line; or facts may settle the band alone. */
    private List<Option> judged(RangeTerm.Judgement judgement, Span now, Rational end, boolean upwards) {
        Option points = Option.of(judgement, new Span(end, end), needs.unjudged(judgement.item()), true);
        Family band = needs.known(judgement.from()).and(needs.known(judgement.to()));
        if (band.isSettled() || band.isHopeless()) {
            return List.of(points);
        }
        Span inBand = upwards
                ? new Span(Needs.largest(judgement.from()).map(Rational::of).orElse(now.low()), now.high())
                : new Span(
                        now.low(),
                        Needs.smallest(judgement.to()).map(Rational::of).orElse(now.high()));
        return List.of(points, Option.of(judgement, inBand, band, false));
    }
}
