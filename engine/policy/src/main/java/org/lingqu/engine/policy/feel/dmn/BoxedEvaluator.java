package org.lingqu.engine.policy.feel.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.eval.Evaluator;
import org.lingqu.engine.policy.feel.eval.Scope;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Place;
import org.lingqu.engine.policy.feel.value.Type;
import org.lingqu.engine.policy.feel.value.Types;
import org.lingqu.engine.policy.feel.value.Value;

/** Evaluates boxed expressions. */
final class BoxedEvaluator {

    private static final String SOURCE = "<source>";
    private static final String BODY = "<body>";

    private final ItemTypes types;
    private final Evaluator evaluator;
    private final TableEvaluator tables;

    BoxedEvaluator(ItemTypes types, Evaluator evaluator) {
        this.types = types;
        this.evaluator = evaluator;
        this.tables = new TableEvaluator(this, types, evaluator);
    }

    Value evaluate(Boxed boxed, Scope scope) {
        return switch (boxed) {
            case Boxed.Nothing ignored -> Value.Null.NULL;
            case Boxed.Literal literal ->
                literal.expression()
                        .map(expression -> evaluator.evaluate(expression, scope))
                        .orElse(Value.Null.NULL);
            case Boxed.Typed typed -> Types.coerce(evaluate(typed.value(), scope), types.named(typed.typeRef()));
            case Boxed.Context context -> context(context, scope);
            case Boxed.Invocation invocation -> invocation(invocation, scope);
            case Boxed.Function function -> function(function, scope, Type.ANY);
            case Boxed.Items items ->
                new Value.Items(items.items().stream()
                        .map(item -> evaluate(item, scope))
                        .toList());
            case Boxed.Relation relation -> relation(relation, scope);
            case Boxed.Conditional conditional -> {
                Value condition = evaluate(conditional.condition(), scope);
                yield isTruth(condition)
                        ? evaluate(
                                condition.equals(Value.Bool.TRUE) ? conditional.then() : conditional.otherwise(), scope)
                        : Value.Null.NULL;
            }
            case Boxed.Filter filter -> filter(filter, scope);
            case Boxed.For loop -> loop(loop, scope);
            case Boxed.Quantified quantified -> quantified(quantified, scope);
            case Boxed.Table table -> tables.evaluate(table, scope);
        };
    }

    private Value context(Boxed.Context context, Scope scope) {
        Map<String, Value> entries = new LinkedHashMap<>();
        Scope inner = scope.with(entries);
        for (Boxed.Entry entry : context.entries()) {
            Value value = Types.coerce(evaluate(entry.value(), inner), types.named(entry.typeRef()));
            if (entry.name().isEmpty() || entry.name().equals("<result>")) {
                return value;
            }
            entries.put(entry.name(), value);
        }
        return new Value.Context(entries);
    }

    private Value invocation(Boxed.Invocation invocation, Scope scope) {
        Map<String, Expression> arguments = new LinkedHashMap<>();
        Map<String, Value> values = new HashMap<>();
        values.put(SOURCE, evaluate(invocation.function(), scope));
        int count = 0;
        for (Boxed.Entry binding : invocation.bindings()) {
            String name = "<argument " + count++ + ">";
            values.put(name, Types.coerce(evaluate(binding.value(), scope), types.named(binding.typeRef())));
            arguments.put(binding.name(), new Expression.Name(name, Place.NONE));
        }
        List<Expression.Argument> named = arguments.entrySet().stream()
                .map(argument -> new Expression.Argument(argument.getKey(), argument.getValue()))
                .toList();
        return evaluator.evaluate(
                new Expression.Invocation(new Expression.Name(SOURCE, Place.NONE), named, Place.NONE),
                scope.with(values));
    }

    private Value relation(Boxed.Relation relation, Scope scope) {
        List<Value> rows = new ArrayList<>();
        for (List<Boxed> row : relation.rows()) {
            Map<String, Value> entries = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(row.size(), relation.columns().size()); i++) {
                entries.put(relation.columns().get(i), evaluate(row.get(i), scope));
            }
            rows.add(new Value.Context(entries));
        }
        return new Value.Items(rows);
    }

    private static boolean isTruth(Value value) {
        return value instanceof Value.Bool || value.isNull();
    }

    /** A boxed part as an expression, so that loops have one implementation: a call of {@link #BODY}. */
    private static Expression body(List<String> variables) {
        List<Expression.Argument> arguments = variables.stream()
                .map(variable -> new Expression.Argument(null, new Expression.Name(variable, Place.NONE)))
                .toList();
        return new Expression.Invocation(new Expression.Name(BODY, Place.NONE), arguments, Place.NONE);
    }

    private static Boxed.Function function(Boxed body, List<String> variables) {
        return new Boxed.Function(
                variables.stream()
                        .map(variable -> new Boxed.Parameter(variable, ""))
                        .toList(),
                body,
                true,
                "");
    }

    private static List<Expression.Iteration> over(String variable) {
        return List.of(new Expression.Iteration(variable, new Expression.Name(SOURCE, Place.NONE), null));
    }

    private Value loop(Boxed.For loop, Scope scope) {
        List<String> variables = List.of(loop.variable(), "partial");
        Value.Function body = function(function(loop.result(), variables), scope, Type.ANY);
        return evaluator.evaluate(
                new Expression.For(over(loop.variable()), body(variables), Place.NONE),
                scope.with(Map.of(SOURCE, evaluate(loop.source(), scope), BODY, body)));
    }

    private Value quantified(Boxed.Quantified quantified, Scope scope) {
        List<String> variables = List.of(quantified.variable());
        TruthOnly body = new TruthOnly(function(function(quantified.condition(), variables), scope, Type.ANY));
        Value result = evaluator.evaluate(
                new Expression.Quantified(
                        quantified.quantifier(), over(quantified.variable()), body(variables), Place.NONE),
                scope.with(Map.of(SOURCE, evaluate(quantified.source(), scope), BODY, body)));
        return body.broken() ? Value.Null.NULL : result;
    }

    private Value filter(Boxed.Filter filter, Scope scope) {
        Value source = evaluate(filter.source(), scope);
        TruthOnly body = new TruthOnly(new Match(filter.match(), scope));
        Value kept = evaluator.evaluate(
                new Expression.Filter(new Expression.Name(SOURCE, Place.NONE), body(List.of("item")), Place.NONE),
                scope.with(Map.of(SOURCE, source, BODY, body)));
        return body.broken() ? Value.Null.NULL : kept;
    }

    /** The condition of a filter, which sees the item and, if that is a context, its entries. */
    private final class Match implements Value.Function {

        private final Boxed condition;
        private final Scope scope;

        Match(Boxed condition, Scope scope) {
            this.condition = condition;
            this.scope = scope;
        }

        @Override
        public List<String> parameters() {
            return List.of("item");
        }

        @Override
        public Type type() {
            return Type.ANY;
        }

        @Override
        public Value call(List<Value> arguments) {
            Value item = arguments.getFirst();
            Scope entries = item instanceof Value.Context(Map<String, Value> context) ? scope.with(context) : scope;
            return evaluate(condition, entries.with("item", item));
        }
    }

    /** A condition that remembers whether it ever gave something else than a truth value or null. */
    private static final class TruthOnly implements Value.Function {

        private final Value.Function condition;
        private boolean broken;

        TruthOnly(Value.Function condition) {
            this.condition = condition;
        }

        boolean broken() {
            return broken;
        }

        @Override
        public @Nullable List<String> parameters() {
            return condition.parameters();
        }

        @Override
        public Type type() {
            return condition.type();
        }

        @Override
        public Value call(List<Value> arguments) {
            Value holds = condition.call(arguments);
            broken |= !isTruth(holds);
            return isTruth(holds) ? holds : Value.Null.NULL;
        }
    }

    Value.Function function(Boxed.Function function, Scope scope, Type declared) {
        return new BoxedFunction(function, scope, declared);
    }

    /** A function whose body is boxed. */
    private final class BoxedFunction implements Value.Function {

        private final Boxed.Function function;
        private final Scope scope;
        private final List<Type> parameterTypes;
        private final Type result;

        BoxedFunction(Boxed.Function function, Scope scope, Type declared) {
            this.function = function;
            this.scope = scope;
            this.parameterTypes = function.parameters().stream()
                    .map(parameter -> types.named(parameter.typeRef()))
                    .toList();
            Type own = types.named(function.resultTypeRef());
            this.result = declared instanceof Type.FunctionOf(List<Type> ignored, Type type)
                    ? type
                    : declared instanceof Type.Any
                            ? (own instanceof Type.FunctionOf(List<Type> ignored2, Type type2) ? type2 : own)
                            : declared;
        }

        @Override
        public List<String> parameters() {
            return function.parameters().stream().map(Boxed.Parameter::name).toList();
        }

        @Override
        public Type type() {
            return new Type.FunctionOf(parameterTypes, result);
        }

        @Override
        public Value call(List<Value> arguments) {
            if (arguments.size() != parameterTypes.size() || !function.feel()) {
                return Value.Null.NULL;
            }
            Map<String, Value> values = new HashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                Value fitted = Types.coerce(arguments.get(i), parameterTypes.get(i));
                if (fitted.isNull() && !arguments.get(i).isNull()) {
                    return Value.Null.NULL;
                }
                values.put(function.parameters().get(i).name(), fitted);
            }
            return Types.coerce(evaluate(function.body(), scope.with(values)), result);
        }
    }
}
