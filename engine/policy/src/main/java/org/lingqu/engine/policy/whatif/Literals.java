package org.lingqu.engine.policy.whatif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lingqu.engine.policy.feel.Feel;
import org.lingqu.engine.policy.feel.syntax.ArithmeticOperator;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Parsed;
import org.lingqu.engine.policy.feel.syntax.UnaryTests;
import org.lingqu.engine.policy.yaml.Yaml;

/** Finds the numbers and names in the conditions of a policy file. */
final class Literals {

    /** Their second argument is a number of years, part of what is measured and no figure to be moved. */
    private static final Set<String> COUNTING_YEARS = Set.of("平均增长率", "复合增长率", "年均");

    private final Collection<String> names;

    /** @param names facts and declared names, so that names of several words are read as one */
    Literals(Collection<String> names) {
        this.names = Set.copyOf(names);
    }

    /** The numbers of an expression, in the order they are written. */
    List<Literal> of(Yaml.Scalar scalar) {
        var found = new ArrayList<Literal>();
        if (Feel.parse(scalar.text(), names) instanceof Parsed.Tree<Expression>(Expression tree)) {
            new Walk(scalar, found, new LinkedHashSet<>()).in(tree, MoneyUnit.NONE);
        }
        return found;
    }

    /** The ends of a band: {@code (5000 * 万元 .. 2 * 亿元]}. */
    List<Literal> ofBand(Yaml.Scalar key) {
        var found = new ArrayList<Literal>();
        if (Feel.parseUnaryTests(key.text(), names) instanceof Parsed.Tree<UnaryTests>(UnaryTests tests)) {
            var walk = new Walk(key, found, new LinkedHashSet<>());
            tests.tests().forEach(test -> walk.in(test, MoneyUnit.NONE));
        }
        return found;
    }

    /** The names that an expression mentions, dotted ones as a whole. */
    Set<String> mentioned(Yaml.Scalar scalar) {
        var mentioned = new LinkedHashSet<String>();
        if (Feel.parse(scalar.text(), names) instanceof Parsed.Tree<Expression>(Expression tree)) {
            new Walk(scalar, new ArrayList<>(), mentioned).in(tree, MoneyUnit.NONE);
        }
        return mentioned;
    }

    private record Walk(Yaml.Scalar scalar, List<Literal> found, Set<String> mentioned) {

        /** @param unit what the expression is multiplied by */
        void in(Expression expression, MoneyUnit unit) {
            switch (expression) {
                case Expression.NumberLiteral number ->
                    found.add(new Literal(
                            scalar, number.place().start(), number.place().end(), number.value(), unit));
                case Expression.Arithmetic(var operator, var left, var right, var place) -> {
                    boolean times = operator == ArithmeticOperator.MULTIPLY;
                    in(left, times ? unitOf(right) : MoneyUnit.NONE);
                    in(right, times ? unitOf(left) : MoneyUnit.NONE);
                }
                case Expression.Invocation call -> invocation(call);
                case Expression.Name name -> mentioned.add(name.name());
                case Expression.Path path -> path.dotted().ifPresentOrElse(mentioned::add, () -> plain(path.source()));
                case Expression.Negation(var operand, var place) -> in(operand, unit);
                case Expression.Comparison(var operator, var left, var right, var place) -> all(List.of(left, right));
                case Expression.And(var left, var right, var place) -> all(List.of(left, right));
                case Expression.Or(var left, var right, var place) -> all(List.of(left, right));
                case Expression.Between(var value, var low, var high, var place) -> all(List.of(value, low, high));
                case Expression.In(var value, var tests, var place) -> {
                    plain(value);
                    all(tests);
                }
                case Expression.If(var condition, var then, var otherwise, var place) ->
                    all(List.of(condition, then, otherwise));
                case Expression.Quantified quantified -> plain(quantified.condition());
                case Expression.For loop -> plain(loop.result());
                case Expression.Filter(var source, var condition, var place) -> all(List.of(source, condition));
                case Expression.ListLiteral(var items, var place) -> all(items);
                case Expression.Range range -> all(List.of(range.low(), range.high()));
                case Expression.OpenRange open -> plain(open.end());
                case Expression.InstanceOf instance -> plain(instance.value());
                case Expression.ContextLiteral context -> context.entries().forEach(entry -> plain(entry.value()));
                case Expression.FunctionLiteral function -> plain(function.body());
                case Expression.StringLiteral ignored -> {}
                case Expression.BooleanLiteral ignored -> {}
                case Expression.NullLiteral ignored -> {}
                case Expression.AtLiteral ignored -> {}
            }
        }

        private void invocation(Expression.Invocation call) {
            boolean years = call.name().filter(COUNTING_YEARS::contains).isPresent();
            call.arguments().stream()
                    .map(Expression.Argument::value)
                    .filter(argument -> !(years && argument instanceof Expression.NumberLiteral))
                    .forEach(this::plain);
        }

        private void plain(Expression expression) {
            in(expression, MoneyUnit.NONE);
        }

        private void all(List<Expression> expressions) {
            expressions.forEach(this::plain);
        }

        private static MoneyUnit unitOf(Expression factor) {
            return factor instanceof Expression.Name name
                    ? MoneyUnit.called(name.name()).orElse(MoneyUnit.NONE)
                    : MoneyUnit.NONE;
        }
    }
}
