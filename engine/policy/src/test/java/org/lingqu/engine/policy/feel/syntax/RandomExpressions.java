package org.lingqu.engine.policy.feel.syntax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Expressions of every construct, for property tests. */
public final class RandomExpressions {

    private static final List<String> NAMES =
            List.of("a", "b1", "研发费用", "近三年", "string length", "?", "date", "x_y", "销售收入", "not");
    private static final List<String> TEXTS =
            List.of("", "软件", "a\"b", "back\\slash", "line\nbreak", "\\u0041", "'", "🐎");

    private final Random random;

    public RandomExpressions(long seed) {
        random = new Random(seed);
    }

    /** @param depth how deep it may nest; 0 for a leaf */
    public Expression next(int depth) {
        return depth == 0 || random.nextInt(6) == 0 ? leaf() : node(depth - 1);
    }

    private Expression leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> new Expression.NumberLiteral(number(), Place.NONE);
            case 1 -> new Expression.StringLiteral(pick(TEXTS), Place.NONE);
            case 2 -> new Expression.BooleanLiteral(random.nextBoolean(), Place.NONE);
            case 3 -> new Expression.NullLiteral(Place.NONE);
            case 4 -> new Expression.AtLiteral("2026-04-01", Place.NONE);
            default -> new Expression.Name(pick(NAMES), Place.NONE);
        };
    }

    private BigDecimal number() {
        return new BigDecimal(random.nextInt(2000) - 1000).movePointRight(random.nextInt(90) - 45);
    }

    private Expression node(int depth) {
        Supplier<Expression> e = () -> next(depth);
        return switch (random.nextInt(19)) {
            case 0 -> new Expression.Path(e.get(), pick(List.of("近三年", "value", "in", "string length")), Place.NONE);
            case 1 -> new Expression.Negation(e.get(), Place.NONE);
            case 2, 3 -> new Expression.Arithmetic(pick(ArithmeticOperator.values()), e.get(), e.get(), Place.NONE);
            case 4 -> new Expression.Comparison(pick(ComparisonOperator.values()), e.get(), e.get(), Place.NONE);
            case 5 -> new Expression.And(e.get(), e.get(), Place.NONE);
            case 6 -> new Expression.Or(e.get(), e.get(), Place.NONE);
            case 7 -> new Expression.Between(e.get(), e.get(), e.get(), Place.NONE);
            case 8 -> new Expression.In(e.get(), some(1, e), Place.NONE);
            case 9 -> new Expression.InstanceOf(e.get(), type(2), Place.NONE);
            case 10 -> new Expression.If(e.get(), e.get(), e.get(), Place.NONE);
            case 11 -> new Expression.For(iterations(e), e.get(), Place.NONE);
            case 12 -> new Expression.Quantified(pick(Quantifier.values()), iterations(e), e.get(), Place.NONE);
            case 13 -> new Expression.Filter(e.get(), e.get(), Place.NONE);
            case 14 -> call(e);
            case 15 -> new Expression.ListLiteral(some(0, e), Place.NONE);
            case 16 -> new Expression.ContextLiteral(entries(e), Place.NONE);
            case 17 ->
                new Expression.FunctionLiteral(
                        List.of(new Expression.Parameter("p", type(1)), new Expression.Parameter("q r", null)),
                        e.get(),
                        random.nextBoolean(),
                        Place.NONE);
            default ->
                random.nextBoolean()
                        ? new Expression.Range(random.nextBoolean(), e.get(), e.get(), random.nextBoolean(), Place.NONE)
                        : new Expression.OpenRange(pick(ComparisonOperator.values()), e.get(), Place.NONE);
        };
    }

    private Expression call(Supplier<Expression> e) {
        boolean named = random.nextBoolean();
        List<Expression.Argument> arguments = new ArrayList<>();
        some(0, e)
                .forEach(value -> arguments.add(
                        new Expression.Argument(named ? "start position" + arguments.size() : null, value)));
        return new Expression.Invocation(e.get(), arguments, Place.NONE);
    }

    private List<Expression.Iteration> iterations(Supplier<Expression> e) {
        return List.of(
                new Expression.Iteration("v", e.get(), random.nextBoolean() ? e.get() : null),
                new Expression.Iteration("two words", e.get(), null));
    }

    private List<Expression.Entry> entries(Supplier<Expression> e) {
        Map<String, Expression> entries = new LinkedHashMap<>();
        some(0, e).forEach(value -> entries.put(pick(List.of("k", "企业", "two words", "if", "a-b", "", "x:y")), value));
        return entries.entrySet().stream()
                .map(entry -> new Expression.Entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    private TypeName type(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1 -> new TypeName.ListOf(type(depth - 1));
            case 2 -> new TypeName.RangeOf(type(depth - 1));
            case 3 -> new TypeName.ContextOf(Map.of("a b", type(depth - 1)));
            case 4 -> new TypeName.FunctionOf(List.of(type(depth - 1), type(0)), type(depth - 1));
            default -> new TypeName.Named(pick(List.of("number", "date and time", "tFirm.kind", "Any")));
        };
    }

    private List<Expression> some(int least, Supplier<Expression> e) {
        List<Expression> all = new ArrayList<>();
        for (int i = random.nextInt(3) + least; i > 0; i--) {
            all.add(e.get());
        }
        return all;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }
}
