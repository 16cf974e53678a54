package org.lingqu.engine.policy.dmn;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.lingqu.engine.policy.feel.syntax.ArithmeticOperator;
import org.lingqu.engine.policy.feel.syntax.ComparisonOperator;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Place;
import org.lingqu.engine.policy.feel.syntax.Quantifier;
import org.lingqu.engine.policy.rule.Comparison;

/** FEEL trees put together in few words. */
final class Trees {

    static final Expression NULL = new Expression.NullLiteral(Place.NONE);
    static final Expression TRUE = new Expression.BooleanLiteral(true, Place.NONE);
    static final Expression FALSE = new Expression.BooleanLiteral(false, Place.NONE);

    private Trees() {}

    static Expression name(String name) {
        return new Expression.Name(name, Place.NONE);
    }

    static Expression number(BigDecimal value) {
        return new Expression.NumberLiteral(value, Place.NONE);
    }

    static Expression number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    static Expression text(String value) {
        return new Expression.StringLiteral(value, Place.NONE);
    }

    static Expression texts(Collection<String> values) {
        return list(values.stream().map(Trees::text).toList());
    }

    static Expression list(List<Expression> items) {
        return new Expression.ListLiteral(items, Place.NONE);
    }

    static Expression isNull(Expression value) {
        return compare(ComparisonOperator.EQUAL, value, NULL);
    }

    static Expression isKnown(Expression value) {
        return compare(ComparisonOperator.NOT_EQUAL, value, NULL);
    }

    static Expression equal(Expression left, Expression right) {
        return compare(ComparisonOperator.EQUAL, left, right);
    }

    static Expression compare(ComparisonOperator operator, Expression left, Expression right) {
        return new Expression.Comparison(operator, left, right, Place.NONE);
    }

    static Expression compare(Comparison comparison, Expression left, Expression right) {
        ComparisonOperator operator = switch (comparison) {
            case LESS -> ComparisonOperator.LESS;
            case AT_MOST -> ComparisonOperator.LESS_OR_EQUAL;
            case EQUAL -> ComparisonOperator.EQUAL;
            case NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
            case AT_LEAST -> ComparisonOperator.GREATER_OR_EQUAL;
            case GREATER -> ComparisonOperator.GREATER;
        };
        return compare(operator, left, right);
    }

    static Expression plus(Expression left, Expression right) {
        return compute(ArithmeticOperator.ADD, left, right);
    }

    static Expression minus(Expression left, Expression right) {
        return compute(ArithmeticOperator.SUBTRACT, left, right);
    }

    static Expression times(Expression left, Expression right) {
        return compute(ArithmeticOperator.MULTIPLY, left, right);
    }

    static Expression over(Expression left, Expression right) {
        return compute(ArithmeticOperator.DIVIDE, left, right);
    }

    private static Expression compute(ArithmeticOperator operator, Expression left, Expression right) {
        return new Expression.Arithmetic(operator, left, right, Place.NONE);
    }

    static Expression choose(Expression condition, Expression then, Expression otherwise) {
        return new Expression.If(condition, then, otherwise, Place.NONE);
    }

    static Expression not(Expression condition) {
        return call("not", condition);
    }

    /** True of none. */
    static Expression all(List<Expression> conditions) {
        return conditions.stream()
                .reduce((left, right) -> new Expression.And(left, right, Place.NONE))
                .orElse(TRUE);
    }

    /** False of none. */
    static Expression any(List<Expression> conditions) {
        return conditions.stream()
                .reduce((left, right) -> new Expression.Or(left, right, Place.NONE))
                .orElse(FALSE);
    }

    static Expression call(String function, Expression... arguments) {
        return call(function, List.of(arguments));
    }

    static Expression call(String function, List<Expression> arguments) {
        return new Expression.Invocation(
                name(function),
                arguments.stream()
                        .map(argument -> new Expression.Argument(null, argument))
                        .toList(),
                Place.NONE);
    }

    static Expression path(Expression source, String property) {
        return new Expression.Path(source, property, Place.NONE);
    }

    static Expression.Entry entry(String key, Expression value) {
        return new Expression.Entry(key, value);
    }

    static Expression context(Expression.Entry... entries) {
        return new Expression.ContextLiteral(List.of(entries), Place.NONE);
    }

    /** The last entry of a context, which sees those before it. */
    static Expression let(List<Expression.Entry> before, String key, Expression result) {
        return path(
                new Expression.ContextLiteral(
                        Stream.concat(before.stream(), Stream.of(entry(key, result)))
                                .toList(),
                        Place.NONE),
                key);
    }

    static Expression some(String variable, Expression domain, Expression condition) {
        return new Expression.Quantified(
                Quantifier.SOME, List.of(new Expression.Iteration(variable, domain, null)), condition, Place.NONE);
    }

    static Expression each(String variable, Expression domain, Expression result) {
        return new Expression.For(List.of(new Expression.Iteration(variable, domain, null)), result, Place.NONE);
    }
}
