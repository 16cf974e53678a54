package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Truth;

/** Expressions of chance, of every kind there is. */
final class RandomNodes {

    private static final List<Truth> TRUTHS = List.of(Truth.values());
    private static final List<Comparison> COMPARISONS = List.of(Comparison.values());
    private static final List<Node.Operator> OPERATORS = List.of(Node.Operator.values());

    private final Random random;

    RandomNodes(Random random) {
        this.random = random;
    }

    Node.Test test(int depth) {
        return switch (random.nextInt(depth <= 0 ? 6 : 12)) {
            case 0, 1, 2 -> compare(depth);
            case 3 ->
                random.nextBoolean()
                        ? new Node.Among("code", Set.of("C39", "I65", "nowhere"))
                        : new Node.Among("wide", Set.of("X1", "X77", "X149"));
            case 4 ->
                random.nextBoolean()
                        ? new Node.Begins("code", Set.of("C", "M7"))
                        : new Node.Includes("list", Set.of("C39", "A01"));
            case 5 ->
                random.nextInt(8) == 0
                        ? new Node.Constant(TRUTHS.get(random.nextInt(TRUTHS.size())))
                        : new Node.Flag("flag");
            case 6 -> new Node.All(several(() -> test(depth - 1)));
            case 7 -> new Node.Any(several(() -> test(depth - 1)));
            case 8 -> new Node.CountAtLeast(random.nextInt(5), several(() -> test(depth - 1)));
            case 9 -> new Node.Not(test(depth - 1));
            case 10 -> new Node.Either(test(depth - 1), test(depth - 1), test(depth - 1));
            default ->
                random.nextBoolean()
                        ? new Node.Agreed(test(depth - 1), test(depth - 1))
                        : new Node.Present(amount(depth - 1));
        };
    }

    private Node.Test compare(int depth) {
        Comparison comparison = COMPARISONS.get(random.nextInt(COMPARISONS.size()));
        if (random.nextInt(8) == 0) {
            return new Node.Compare(day(depth), comparison, random.nextBoolean() ? day(depth) : days());
        }
        Node.Amount right = random.nextInt(4) == 0 ? amount(depth - 1) : literal();
        return random.nextInt(10) == 0
                ? new Node.Compare(literal(), comparison, amount(depth))
                : new Node.Compare(amount(depth), comparison, right);
    }

    Node.Amount amount(int depth) {
        if (depth <= 0) {
            return random.nextInt(6) == 0 ? literal() : figure();
        }
        return switch (random.nextInt(14)) {
            case 0, 1 -> figure();
            case 2 -> new Node.FigureOrZero(column(), test(depth - 1));
            case 3, 4, 5, 6 -> arithmetic(depth);
            case 7 -> new Node.Arithmetic(Node.Operator.DIVIDED_BY, figure(), figure());
            case 8 -> new Node.Floor(amount(depth - 1));
            case 9 -> new Node.Growth(amount(depth - 1), amount(depth - 1), random.nextInt(1, 5));
            case 10 -> new Node.Choice(test(depth - 1), amount(depth - 1), amount(depth - 1));
            case 11, 12 -> bands(amount(depth - 1));
            default ->
                switch (random.nextInt(4)) {
                    case 0 -> new Node.Filled(amount(depth - 1), number());
                    case 1 -> new Node.Year(day(depth));
                    case 2 -> new Node.MonthsBetween(day(depth), day(depth));
                    default -> new Node.Size("list");
                };
        };
    }

    private Node.Amount arithmetic(int depth) {
        Node.Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        return new Node.Arithmetic(operator, amount(depth - 1), amount(depth - 1));
    }

    private Node.Amount bands(Node.Amount of) {
        var borders = new java.util.TreeSet<BigDecimal>();
        several(this::number).forEach(number -> borders.add(number.stripTrailingZeros()));
        var bands = new ArrayList<Node.Band>();
        for (BigDecimal from : borders.descendingSet()) {
            bands.add(new Node.Band(from, random.nextBoolean(), BigDecimal.valueOf(random.nextInt(60), 1)));
        }
        return new Node.Bands(of, bands, BigDecimal.valueOf(random.nextInt(3)));
    }

    private Node.Amount day(int depth) {
        Node.Amount day = new Node.Figure("date");
        return depth > 0 && random.nextBoolean() ? new Node.MonthsLater(day, random.nextInt(-40, 40)) : day;
    }

    private Node.Amount days() {
        return Node.Literal.of(random.nextInt(-3000, 22_000));
    }

    private Node.Amount figure() {
        return random.nextInt(20) == 0 ? new Node.Nothing() : new Node.Figure(column());
    }

    private String column() {
        return "n" + random.nextInt(RandomColumns.FIGURES);
    }

    private Node.Amount literal() {
        return new Node.Literal(number());
    }

    private BigDecimal number() {
        return switch (random.nextInt(5)) {
            case 0 -> BigDecimal.valueOf(random.nextInt(-2, 5));
            case 1 -> BigDecimal.valueOf(random.nextInt(100), 2);
            case 2 -> BigDecimal.valueOf(random.nextInt(20) * 25L, 1);
            case 3 -> new BigDecimal("0.05");
            default -> BigDecimal.valueOf(random.nextLong(1L << 50), random.nextInt(20));
        };
    }

    private <T> List<T> several(Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(1, 5)).toList();
    }
}
