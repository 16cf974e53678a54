package org.lingqu.engine.policy.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Rational;

/**
 * What a number can still be although facts are missing: a missing amount lies anywhere from its least upwards, so a capped
 * subsidy stays bounded. Ends may be open (null).
 */
final class Amounts {

    /** Null ends are open. */
    record Extent(@Nullable Rational low, @Nullable Rational high) {

        static final Extent ANY = new Extent(null, null);

        static Extent of(Rational value) {
            return new Extent(value, value);
        }

        private boolean isPoint() {
            return low != null && high != null && low.equals(high);
        }

        private boolean isPositive() {
            return low != null && low.signum() >= 0;
        }
    }

    private final Evaluation evaluation;
    private final Facts facts;

    Amounts(Evaluation evaluation, Facts facts) {
        this.evaluation = evaluation;
        this.facts = facts;
    }

    Extent of(NumberTerm term) {
        Rational known = evaluation.number(term);
        if (known != null) {
            return Extent.of(known);
        }
        return switch (term) {
            case NumberTerm.FactNumber fact -> atLeast(fact.ref().fact());
            case NumberTerm.YearSum sum -> atLeast(sum.fact());
            case NumberTerm.Add add -> add(of(add.left()), of(add.right()));
            case NumberTerm.Subtract minus -> add(of(minus.left()), negated(of(minus.right())));
            case NumberTerm.Multiply times -> multiply(of(times.left()), of(times.right()));
            case NumberTerm.Divide divide ->
                of(divide.left()).isPositive() && of(divide.right()).isPositive()
                        ? new Extent(Rational.ZERO, null)
                        : Extent.ANY;
            case NumberTerm.Min min -> min(min.terms().stream().map(this::of).toList());
            case NumberTerm.Max max ->
                negated(min(max.terms().stream().map(one -> negated(of(one))).toList()));
            case NumberTerm.Choose choose -> choose(choose);
            case NumberTerm.Steps steps -> steps(steps, of(steps.subject()));
            default -> Extent.ANY;
        };
    }

    private Extent atLeast(String name) {
        Fact fact = facts.get(name);
        BigDecimal least = fact == null ? null : fact.least().orElse(null);
        return new Extent(least == null ? null : Rational.of(least), null);
    }

    private static @Nullable Rational join(
            @Nullable Rational a, @Nullable Rational b, Function<Rational, Function<Rational, Rational>> how) {
        return a == null || b == null ? null : how.apply(a).apply(b);
    }

    private static Extent add(Extent a, Extent b) {
        return new Extent(join(a.low(), b.low(), x -> x::plus), join(a.high(), b.high(), x -> x::plus));
    }

    private static Extent negated(Extent a) {
        return new Extent(minus(a.high()), minus(a.low()));
    }

    private static @Nullable Rational minus(@Nullable Rational value) {
        return value == null ? null : Rational.ZERO.minus(value);
    }

    private static Extent multiply(Extent a, Extent b) {
        if (a.isPoint() || b.isPoint()) {
            Extent scaled = a.isPoint() ? b : a;
            Rational factor = a.isPoint() ? a.low() : b.low();
            return factor == null ? Extent.ANY : scaled(factor, scaled);
        }
        return a.isPositive() && b.isPositive()
                ? new Extent(join(a.low(), b.low(), x -> x::times), join(a.high(), b.high(), x -> x::times))
                : Extent.ANY;
    }

    private static Extent scaled(Rational factor, Extent extent) {
        if (factor.signum() == 0) {
            return Extent.of(Rational.ZERO);
        }
        Extent upright = factor.signum() > 0 ? extent : negated(extent);
        Rational size = factor.signum() > 0 ? factor : Rational.ZERO.minus(factor);
        return new Extent(join(size, upright.low(), x -> x::times), join(size, upright.high(), x -> x::times));
    }

    private static Extent min(List<Extent> parts) {
        Rational low = parts.getFirst().low();
        Rational high = parts.getFirst().high();
        for (Extent part : parts.subList(1, parts.size())) {
            low = join(low, part.low(), x -> x::min);
            high = high == null ? part.high() : part.high() == null ? high : high.min(part.high());
        }
        return new Extent(low, high);
    }

    private static Extent hull(Extent a, Extent b) {
        return new Extent(join(a.low(), b.low(), x -> x::min), join(a.high(), b.high(), x -> x::max));
    }

    private Extent choose(NumberTerm.Choose choose) {
        return switch (evaluation.truth(choose.condition())) {
            case TRUE -> of(choose.then());
            case FALSE -> of(choose.otherwise());
            case UNKNOWN -> hull(of(choose.then()), of(choose.otherwise()));
        };
    }

    /** The values of the bands that the subject can still lie in. */
    private static Extent steps(NumberTerm.Steps steps, Extent subject) {
        Extent found = null;
        boolean more = true; // whether the subject may lie below all steps seen
        boolean below = true; // whether the subject may lie below the step above
        for (NumberTerm.Step step : steps.steps()) {
            Rational bound = Rational.of(step.bound());
            boolean mayReach = subject.high() == null || subject.high().compareTo(bound) >= (step.inclusive() ? 0 : 1);
            boolean mustReach = subject.low() != null && subject.low().compareTo(bound) >= (step.inclusive() ? 0 : 1);
            if (below && mayReach) {
                Extent value = Extent.of(Rational.of(step.value()));
                found = found == null ? value : hull(found, value);
            }
            below = !mustReach;
            if (mustReach) {
                more = false;
                break;
            }
        }
        Extent lowest = Extent.of(Rational.of(steps.lowest()));
        return !more && found != null ? found : found == null ? lowest : hull(found, lowest);
    }
}
