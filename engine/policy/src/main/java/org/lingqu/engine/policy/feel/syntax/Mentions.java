package org.lingqu.engine.policy.feel.syntax;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which names an expression mentions. */
public final class Mentions {

    private Mentions() {}

    /** Whether {@code name} occurs as a variable anywhere in the expression. */
    public static boolean of(String name, Expression expression) {
        return expression instanceof Expression.Name(String own, Place ignored)
                ? own.equals(name)
                : children(expression).anyMatch(child -> of(name, child));
    }

    /** The direct parts of an expression, in the order of the text. */
    public static Stream<Expression> children(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral ignored -> Stream.empty();
            case Expression.StringLiteral ignored -> Stream.empty();
            case Expression.BooleanLiteral ignored -> Stream.empty();
            case Expression.NullLiteral ignored -> Stream.empty();
            case Expression.AtLiteral ignored -> Stream.empty();
            case Expression.Name ignored -> Stream.empty();
            case Expression.Path path -> Stream.of(path.source());
            case Expression.Negation negation -> Stream.of(negation.operand());
            case Expression.Arithmetic sum -> Stream.of(sum.left(), sum.right());
            case Expression.Comparison comparison -> Stream.of(comparison.left(), comparison.right());
            case Expression.And and -> Stream.of(and.left(), and.right());
            case Expression.Or or -> Stream.of(or.left(), or.right());
            case Expression.Between between -> Stream.of(between.value(), between.low(), between.high());
            case Expression.In in -> Stream.concat(Stream.of(in.value()), in.tests().stream());
            case Expression.InstanceOf instance -> Stream.of(instance.value());
            case Expression.If choice -> Stream.of(choice.condition(), choice.then(), choice.otherwise());
            case Expression.For loop -> Stream.concat(domains(loop.iterations()), Stream.of(loop.result()));
            case Expression.Quantified quantified ->
                Stream.concat(domains(quantified.iterations()), Stream.of(quantified.condition()));
            case Expression.Filter filter -> Stream.of(filter.source(), filter.condition());
            case Expression.Invocation call ->
                Stream.concat(
                        Stream.of(call.function()), call.arguments().stream().map(Expression.Argument::value));
            case Expression.ListLiteral list -> list.items().stream();
            case Expression.ContextLiteral context -> context.entries().stream().map(Expression.Entry::value);
            case Expression.FunctionLiteral function -> Stream.of(function.body());
            case Expression.Range range -> Stream.of(range.low(), range.high());
            case Expression.OpenRange range -> Stream.of(range.end());
        };
    }

    private static Stream<Expression> domains(List<Expression.Iteration> iterations) {
        return iterations.stream()
                .flatMap(iteration -> Stream.of(iteration.domain(), iteration.last()))
                .filter(Objects::nonNull);
    }
}
