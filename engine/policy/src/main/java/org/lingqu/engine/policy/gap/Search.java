package org.lingqu.engine.policy.gap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.HeldValue;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/**
 * Single changes that make something hold, found by trying: a figure is moved in steps that double until it does, then the
 * border is halved down to the smallest unit. So tables, caps and growth rates need no algebra, and every answer has been tried.
 */
final class Search {

    /** How far a figure is moved: beyond a thousand times itself nobody plans. */
    private static final int DOUBLINGS = 60;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Facts dictionary;
    private final LocalDate asOf;

    Search(Facts dictionary, LocalDate asOf) {
        this.dictionary = dictionary;
        this.asOf = asOf;
    }

    /** Changes each of which alone satisfies the wish, the least effort first. */
    List<Change> ways(Term term, FirmFacts facts, Predicate<FirmFacts> wish) {
        List<Change> found = new ArrayList<>();
        for (FactRef ref : changeable(term).values()) {
            amount(ref, facts, wish, true).ifPresent(found::add);
            amount(ref, facts, wish, false).ifPresent(found::add);
        }
        Terms.each(term, part -> {
            Change turn = turn(part, facts);
            if (turn != null && !found.contains(turn) && wish.test(Changes.apply(facts, List.of(turn), asOf))) {
                found.add(turn);
            }
        });
        found.sort(Change.EASIEST);
        return found;
    }

    /** Of each number fact the latest year that is read: what lies further back is past changing. */
    private Map<String, FactRef> changeable(Term term) {
        Map<String, FactRef> latest = new LinkedHashMap<>();
        for (FactRef ref : Terms.facts(term)) {
            Fact fact = dictionary.get(ref.fact());
            if (fact != null && fact.type().isNumber()) {
                latest.merge(ref.fact(), ref, (a, b) -> a.yearsBack() <= b.yearsBack() ? a : b);
            }
        }
        return latest;
    }

    private @Nullable Change turn(Term part, FirmFacts facts) {
        return switch (part) {
            case Condition.FactIsTrue fact
            when facts.get(fact.ref(), asOf) instanceof HeldValue(FactValue.YesNo yes, var source) ->
                new Change.Turn(fact.ref(), !yes.value());
            case Condition.HoldsTitle title -> {
                Boolean held = facts.holds(title.title(), asOf);
                yield held == null ? null : new Change.Title(title.title(), !held);
            }
            default -> null;
        };
    }

    private Optional<Change> amount(FactRef ref, FirmFacts facts, Predicate<FirmFacts> wish, boolean up) {
        Fact fact = dictionary.get(ref.fact());
        if (fact == null || !(facts.get(ref, asOf) instanceof HeldValue(FactValue.Amount held, var source))) {
            return Optional.empty();
        }
        BigDecimal unit = unit(fact.type());
        BigDecimal from = held.value();
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal most = from.abs().max(unit).multiply(THOUSAND).max(unit.multiply(BigDecimal.valueOf(1L << 32)));
        BigDecimal step = unit;
        for (int i = 0; i < DOUBLINGS && step.compareTo(most) <= 0; i++) {
            BigDecimal to = moved(from, step, unit, up, fact.least());
            if (to.compareTo(from) == 0 || endsInNothing(fact, to)) {
                return Optional.empty();
            }
            if (wish.test(with(facts, ref, to))) {
                return Optional.of(change(
                        fact,
                        ref,
                        from,
                        smallest(ref, facts, wish, new Bracket(from, before, step, unit, up, fact.least()))));
            }
            before = step;
            step = step.add(step);
        }
        return Optional.empty();
    }

    /** A year without a yuan mends nothing: whatever is divided by it only becomes unknown. */
    private static boolean endsInNothing(Fact fact, BigDecimal to) {
        return fact.type() == FactType.MONEY && to.signum() == 0;
    }

    private record Bracket(
            BigDecimal from,
            BigDecimal fails,
            BigDecimal works,
            BigDecimal unit,
            boolean up,
            Optional<BigDecimal> least) {

        BigDecimal at(BigDecimal step) {
            return moved(from, step, unit, up, least);
        }
    }

    /** Halves the way between a step that fails and one that works. */
    private BigDecimal smallest(FactRef ref, FirmFacts facts, Predicate<FirmFacts> wish, Bracket bracket) {
        BigDecimal fails = bracket.fails();
        BigDecimal works = bracket.works();
        while (works.subtract(fails).compareTo(bracket.unit()) > 0) {
            BigDecimal middle = fails.add(works)
                    .divide(BigDecimal.TWO)
                    .divideToIntegralValue(bracket.unit())
                    .multiply(bracket.unit());
            if (middle.compareTo(fails) <= 0) {
                break;
            }
            if (wish.test(with(facts, ref, bracket.at(middle)))) {
                works = middle;
            } else {
                fails = middle;
            }
        }
        return bracket.at(works);
    }

    /** Figures end on whole units, and not below the least that makes sense. */
    private static BigDecimal moved(
            BigDecimal from, BigDecimal step, BigDecimal unit, boolean up, Optional<BigDecimal> least) {
        BigDecimal raw = up ? from.add(step) : from.subtract(step);
        BigDecimal whole = raw.divide(unit, 0, up ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .multiply(unit);
        BigDecimal onGrid = whole.compareTo(from) == 0 ? raw : whole;
        return least.map(onGrid::max).orElse(onGrid);
    }

    private static BigDecimal unit(FactType type) {
        return type == FactType.RATIO ? new BigDecimal("0.0001") : BigDecimal.ONE;
    }

    private FirmFacts with(FirmFacts facts, FactRef ref, BigDecimal to) {
        int year = ref.isYearly() ? ref.year(asOf) : FactRef.NO_YEAR;
        return facts.toBuilder()
                .put(ref.fact(), year, new FactValue.Amount(to), "假设")
                .build();
    }

    private static Change change(Fact fact, FactRef ref, BigDecimal from, BigDecimal to) {
        return new Change.Amount(ref, from, to, fact.unit(), fact.type() == FactType.MONEY);
    }

    /** Whether a tree reads nothing that belongs to a year. */
    static boolean isTimeless(Term term) {
        boolean yearly = Terms.facts(term).stream().anyMatch(FactRef::isYearly);
        boolean[] years = {yearly};
        Terms.each(
                term, part -> years[0] |= part instanceof NumberTerm.YearSum || part instanceof NumberTerm.YearCount);
        return !years[0];
    }
}
