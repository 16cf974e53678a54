package org.lingqu.engine.policy.gap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Effort;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.HeldValue;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Rational;

/**
 * Single changes that make something hold, each the way that effort can move it. A figure is tried next to every value at which the tree can change its mind; where
 * those cannot be told it is moved in steps that double, then the border is halved. So every answer has been tried.
 */
final class Search {

    /** How far a figure is moved: beyond a thousand times itself, or four thousand million units, nobody plans. */
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private static final BigDecimal MANY = BigDecimal.valueOf(1L << 32);

    /** Where a figure makes a difference; null where nobody can tell. */
    interface Points extends BiFunction<State, FactRef, @Nullable NavigableSet<Rational>> {}

    private final Levers levers;
    private final State state;
    private final Predicate<State> wish;
    private final Points points;

    Search(Levers levers, State state, Predicate<State> wish, Points points) {
        this.levers = levers;
        this.state = state;
        this.wish = wish;
        this.points = points;
    }

    /** Changes each of which alone satisfies the wish, the least effort first. */
    List<Change> ways() {
        List<Change> found = new ArrayList<>();
        for (Levers.Figure figure : levers.figures()) {
            if (state.now().held(figure.ref()) instanceof HeldValue(FactValue.Amount(var from), var source)) {
                figure(figure, from, found);
            }
        }
        for (Levers.Turn turn : levers.turns()) {
            Change change = turned(turn);
            if (change != null && wish.test(state.with(change))) {
                found.add(change);
            }
        }
        found.sort(Change.EASIEST);
        return found;
    }

    private @Nullable Change turned(Levers.Turn turn) {
        return switch (turn.is()) {
            case Condition.FactIsTrue fact
            when state.now().held(fact.ref()) instanceof HeldValue(FactValue.YesNo yes, var source)
                    && yes.value() != turn.to() -> new Change.Turn(fact.ref(), turn.to());
            case Condition.HoldsTitle title -> {
                Boolean held = state.now().holds(title.title());
                yield held == null || held == turn.to() ? null : new Change.Title(title.title(), turn.to());
            }
            default -> null;
        };
    }

    private void figure(Levers.Figure figure, BigDecimal from, List<Change> into) {
        NavigableSet<Rational> borders = points.apply(state, figure.ref());
        Fact fact = figure.fact();
        var scale = Scale.of(fact, from, fact.effort() == Effort.UP);
        BigDecimal to = borders == null ? byDoubling(figure, scale) : nearest(figure, scale, borders);
        if (to != null) {
            into.add(new Change.Amount(figure.ref(), from, to, fact.unit(), fact.type() == FactType.MONEY));
        }
    }

    private boolean helps(Levers.Figure figure, Scale scale, BigDecimal to) {
        return !endsInNothing(figure.fact(), scale.from(), to)
                && wish.test(state.with(figure.ref(), new FactValue.Amount(to)));
    }

    /** A year without a yuan mends nothing: whatever is divided by it only becomes unknown. */
    private static boolean endsInNothing(Fact fact, BigDecimal from, BigDecimal to) {
        return fact.type() == FactType.MONEY && to.signum() == 0 && from.signum() > 0;
    }

    /** The first value of those next to the borders that helps. */
    private @Nullable BigDecimal nearest(Levers.Figure figure, Scale scale, NavigableSet<Rational> borders) {
        Rational from = Rational.of(scale.from());
        NavigableSet<Rational> ahead = scale.up()
                ? borders.tailSet(from, true)
                : borders.headSet(from, true).descendingSet();
        BigDecimal last = scale.from();
        for (Rational border : ahead) {
            for (BigDecimal value : scale.around(border)) {
                if (!scale.isWithin(value)) {
                    return null;
                }
                if (scale.isBeyond(value, last)) {
                    if (helps(figure, scale, value)) {
                        return value;
                    }
                    last = value;
                }
            }
        }
        return null;
    }

    private @Nullable BigDecimal byDoubling(Levers.Figure figure, Scale scale) {
        BigDecimal before = BigDecimal.ZERO;
        for (BigDecimal step = scale.unit(); step.compareTo(scale.most()) <= 0; step = step.add(step)) {
            BigDecimal to = scale.moved(step);
            if (to.compareTo(scale.from()) == 0) {
                return null;
            }
            if (helps(figure, scale, to)) {
                return scale.moved(smallest(figure, scale, before, step));
            }
            before = step;
        }
        return null;
    }

    /** Halves the way between a step that fails and one that works. */
    private BigDecimal smallest(Levers.Figure figure, Scale scale, BigDecimal fails, BigDecimal works) {
        BigDecimal low = fails;
        BigDecimal high = works;
        while (high.subtract(low).compareTo(scale.unit()) > 0) {
            BigDecimal middle = low.add(high)
                    .divide(BigDecimal.TWO)
                    .divideToIntegralValue(scale.unit())
                    .multiply(scale.unit());
            if (middle.compareTo(low) <= 0) {
                break;
            }
            if (helps(figure, scale, scale.moved(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /**
     * The values a figure may take in one direction: whole units, not below the least that makes sense.
     *
     * @param most how far it is moved
     */
    private record Scale(
            BigDecimal from,
            BigDecimal unit,
            boolean up,
            BigDecimal most,
            @Nullable BigDecimal least) {

        static Scale of(Fact fact, BigDecimal from, boolean up) {
            BigDecimal unit = fact.type() == FactType.RATIO ? new BigDecimal("0.0001") : BigDecimal.ONE;
            BigDecimal most = from.abs().max(unit).multiply(THOUSAND).max(unit.multiply(MANY));
            return new Scale(from, unit, up, most, fact.least().orElse(null));
        }

        BigDecimal moved(BigDecimal step) {
            BigDecimal raw = up ? from.add(step) : from.subtract(step);
            BigDecimal whole = raw.divide(unit, 0, up ? RoundingMode.FLOOR : RoundingMode.CEILING)
                    .multiply(unit);
            BigDecimal onGrid = whole.compareTo(from) == 0 ? raw : whole;
            return least == null ? onGrid : onGrid.max(least);
        }

        /** The first value at the border or past it, and the first past it. */
        List<BigDecimal> around(Rational border) {
            Rational units = border.over(Rational.of(unit));
            BigDecimal at = up ? units.roundedUp(0) : units.roundedDown(0);
            BigDecimal past =
                    units.equals(Rational.of(at)) ? at.add(up ? BigDecimal.ONE : BigDecimal.ONE.negate()) : at;
            return List.of(onGrid(at), onGrid(past));
        }

        private BigDecimal onGrid(BigDecimal units) {
            BigDecimal value = units.multiply(unit);
            return least == null ? value : value.max(least);
        }

        /** Whether a value lies beyond another, away from where the figure is. */
        boolean isBeyond(BigDecimal value, BigDecimal other) {
            return up ? value.compareTo(other) > 0 : value.compareTo(other) < 0;
        }

        boolean isWithin(BigDecimal value) {
            return value.subtract(from).abs().compareTo(most) <= 0;
        }
    }
}
