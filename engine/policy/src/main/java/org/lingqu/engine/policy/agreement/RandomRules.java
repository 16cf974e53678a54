package org.lingqu.engine.policy.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Truth;

/** Rules of every kind the tree knows, with thresholds that {@link RandomFirms} meet exactly. */
final class RandomRules {

    private static final List<Comparison> COMPARISONS = List.of(Comparison.values());
    private static final List<Comparison> ORDERS =
            COMPARISONS.stream().filter(Comparison::isOrder).toList();
    private static final List<Truth> TRUTHS = List.of(Truth.values());

    private final Random random;

    RandomRules(Random random) {
        this.random = random;
    }

    Condition condition(int depth) {
        if (depth <= 0) {
            return leaf(0);
        }
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Condition.And(several(() -> condition(depth - 1)));
            case 2 -> new Condition.Or(several(() -> condition(depth - 1)));
            case 3 -> new Condition.Not(condition(depth - 1));
            case 4 -> new Condition.AtLeast(random.nextInt(4), several(() -> condition(depth - 1)));
            case 5 -> new Condition.If(condition(depth - 1), condition(depth - 1), condition(depth - 1));
            case 6 -> new Condition.Derived(condition(depth - 1), condition(depth - 1), random.nextBoolean());
            default -> leaf(depth);
        };
    }

    private Condition leaf(int depth) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> new Condition.Compare(share(), order(), literal("0.05", "0.1", "0.5", "1", "2"));
            case 4, 5, 6 -> new Condition.Compare(number(depth), comparison(), number(Math.min(depth - 1, 1)));
            case 7 -> new Condition.CompareRange(range(depth), order(), literal("3", "5.5", "10", "12"));
            case 8, 9 -> new Condition.CompareDates(date(), comparison(), date());
            case 10 -> new Condition.CodeIn(FactRef.of(RandomFirms.INDUSTRY), codes());
            case 11 ->
                random.nextBoolean()
                        ? new Condition.CodeStartsWith(FactRef.of(RandomFirms.INDUSTRY), codes())
                        : new Condition.ListHasAny(FactRef.of(RandomFirms.MARKS), codes());
            case 12 -> new Condition.HoldsTitle(one(RandomFirms.TITLES));
            case 13 ->
                random.nextBoolean()
                        ? new Condition.FactIsTrue(FactRef.of(RandomFirms.DISHONEST))
                        : new Condition.Asked(one(RandomFirms.ITEMS));
            case 14 ->
                random.nextBoolean()
                        ? new Condition.IsKnown(number(depth - 1))
                        : new Condition.YearExists(one(RandomFirms.MONEY), random.nextInt(1, RandomFirms.YEARS));
            default ->
                random.nextInt(6) == 0
                        ? new Condition.Constant(one(TRUTHS))
                        : new Condition.Compare(growth(), comparison(), literal("0", "0.2", "0.1", "-1", "-2"));
        };
    }

    private NumberTerm number(int depth) {
        if (depth <= 0) {
            return random.nextInt(4) == 0 ? literal("0", "10", "0.05", "500000", "100000000.01") : fact();
        }
        return switch (random.nextInt(14)) {
            case 0 -> fact();
            case 1 -> new NumberTerm.Add(number(depth - 1), number(depth - 1));
            case 2 -> new NumberTerm.Subtract(number(depth - 1), number(depth - 1));
            case 3 -> new NumberTerm.Multiply(number(depth - 1), number(depth - 1));
            case 4, 5 -> share();
            case 6 -> new NumberTerm.Divide(number(depth - 1), number(depth - 1));
            case 7 ->
                random.nextBoolean()
                        ? new NumberTerm.Min(several(() -> number(depth - 1)))
                        : new NumberTerm.Max(several(() -> number(depth - 1)));
            case 8 -> new NumberTerm.Floor(number(depth - 1));
            case 9 -> new NumberTerm.Choose(condition(depth - 1), number(depth - 1), number(depth - 1));
            case 10 -> steps(number(depth - 1));
            case 11 -> years();
            case 12 -> random.nextInt(3) == 0 ? growth() : new NumberTerm.ListSize(FactRef.of(RandomFirms.MARKS));
            default ->
                switch (random.nextInt(4)) {
                    case 0 -> new NumberTerm.DaysBetween(date(), date());
                    case 1 -> new NumberTerm.MonthsBetween(date(), date());
                    case 2 -> new NumberTerm.YearOf(date());
                    default -> new NumberTerm.Judged(one(RandomFirms.ITEMS));
                };
        };
    }

    private NumberTerm share() {
        return random.nextBoolean()
                ? new NumberTerm.Divide(yearSum(), yearSum())
                : new NumberTerm.Divide(fact(), fact());
    }

    private NumberTerm years() {
        return random.nextBoolean() ? yearSum() : new NumberTerm.YearCount(one(RandomFirms.MONEY), 1, last());
    }

    private NumberTerm yearSum() {
        return new NumberTerm.YearSum(one(RandomFirms.MONEY), 1, last());
    }

    private int last() {
        return random.nextInt(1, RandomFirms.YEARS);
    }

    private NumberTerm growth() {
        int intervals = random.nextInt(1, 4);
        String fact = one(RandomFirms.MONEY);
        return new NumberTerm.CompoundGrowth(
                new NumberTerm.FactNumber(new FactRef(fact, 1)),
                new NumberTerm.FactNumber(new FactRef(fact, Math.min(1 + intervals, RandomFirms.YEARS))),
                intervals);
    }

    private NumberTerm fact() {
        return new NumberTerm.FactNumber(
                switch (random.nextInt(8)) {
                    case 0 -> FactRef.of(RandomFirms.RATIO);
                    case 1 -> FactRef.of("没有人有的事实");
                    case 2, 3, 4 -> new FactRef(one(RandomFirms.COUNTS), random.nextInt(RandomFirms.YEARS));
                    default -> new FactRef(one(RandomFirms.MONEY), random.nextInt(RandomFirms.YEARS));
                });
    }

    private NumberTerm steps(NumberTerm of) {
        var bounds = new TreeSet<BigDecimal>();
        several(() -> literal("0", "0.05", "0.1", "0.5", "1", "10", "20", "30", "500000"))
                .forEach(literal -> bounds.add(((NumberTerm.Literal) literal).value()));
        var steps = new ArrayList<NumberTerm.Step>();
        for (BigDecimal bound : bounds.descendingSet()) {
            steps.add(new NumberTerm.Step(bound, random.nextBoolean(), BigDecimal.valueOf(random.nextInt(40), 1)));
        }
        return new NumberTerm.Steps(of, steps, BigDecimal.ZERO);
    }

    private RangeTerm range(int depth) {
        return switch (random.nextInt(depth <= 0 ? 2 : 5)) {
            case 0 -> new RangeTerm.Points(steps(share()), BigDecimal.ZERO, BigDecimal.valueOf(4));
            case 1 ->
                new RangeTerm.Judgement(
                        one(RandomFirms.ITEMS),
                        steps(fact()),
                        literal("4", "5"),
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(6));
            case 2 -> new RangeTerm.Sum(several(() -> range(depth - 1)));
            case 3 -> new RangeTerm.Best(several(() -> range(depth - 1)));
            default -> new RangeTerm.Cap(range(depth - 1), BigDecimal.valueOf(random.nextInt(2, 8)));
        };
    }

    private DateTerm date() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new DateTerm.FactDate(Facts.FOUNDED);
            case 2, 3 -> new DateTerm.FactDate(FactRef.of(RandomFirms.RECOGNISED));
            case 4 -> new DateTerm.AsOf();
            case 5 -> new DateTerm.YearEnd(random.nextInt(4));
            case 6 -> new DateTerm.DateLiteral(LocalDate.of(2024, 2, 29));
            default -> new DateTerm.Moved(date(), 12 * random.nextInt(-3, 4) + random.nextInt(2), random.nextInt(2));
        };
    }

    private SortedSet<String> codes() {
        return new TreeSet<>(List.of(one(RandomFirms.CODES), one(List.of("C", "I6", "X", "C3952"))));
    }

    private NumberTerm literal(String... values) {
        return NumberTerm.literal(values[random.nextInt(values.length)]);
    }

    private Comparison comparison() {
        return one(COMPARISONS);
    }

    private Comparison order() {
        return one(ORDERS);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> several(Supplier<T> make) {
        return Stream.generate(make).limit(random.nextInt(1, 4)).toList();
    }
}
