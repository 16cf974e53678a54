package org.lingqu.policy.feel.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.policy.feel.eval.Evaluator;
import org.lingqu.policy.feel.eval.Scope;
import org.lingqu.policy.feel.syntax.Expression;
import org.lingqu.policy.feel.syntax.Place;
import org.lingqu.policy.feel.value.Type;
import org.lingqu.policy.feel.value.Types;
import org.lingqu.policy.feel.value.Value;

/** Evaluates boxed expressions. */
final class BoxedEvaluator {

    private static final String SOURCE = "<source>";
    private static final String TEST = "<test>";

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
            case Boxed.Nothing ignored -> Value.NULL;
            case Boxed.Literal literal ->
                literal.expression().map(expression -> evaluator.evaluate(expression, scope)).orElse(Value.NULL);
            case Boxed.Typed typed -> Types.coerce(evaluate(typed.value(), scope), types.named(typed.typeRef()));
            case Boxed.Context context -> context(context, scope);
            case Boxed.Invocation invocation -> invocation(invocation, scope);
            case Boxed.Function function -> function(function, scope, Type.ANY);
            case Boxed.Items items ->
                new Value.Items(items.items().stream().map(item -> evaluate(item, scope)).toList());
            case Boxed.Relation relation -> relation(relation, scope);
            case Boxed.Conditional conditional -> {
                boolean holds = evaluate(conditional.condition(), scope).equals(Value.Bool.TRUE);
                yield evaluate(holds ? conditional.then() : conditional.otherwise(), scope);
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

    /** Turns a boxed part into an expression, so that loops have one implementation: a call of {@link #TEST}. */
    private Expression deferred(List<String> variables) {
        List<Expression.Argument> arguments = variables.stream()
                .map(variable -> new Expression.Argument(null, new Expression.Name(variable, Place.NONE)))
                .toList();
        return new Expression.Invocation(new Expression.Name(TEST, Place.NONE), arguments, Place.NONE);
    }

    private Scope scope(Boxed source, Boxed body, List<String> variables, Scope scope) {
        List<Boxed.Parameter> parameters = variables.stream().map(variable -> new Boxed.Parameter(variable, "")).toList();
        Value.Function test = function(new Boxed.Function(parameters, body, true, ""), scope, Type.ANY);
        return scope.with(Map.of(SOURCE, evaluate(source, scope), TEST, test));
    }

    private Value loop(Boxed.For loop, Scope scope) {
        List<String> variables = List.of(loop.variable(), "partial");
        return evaluator.evaluate(
                new Expression.For(iteration(loop.variable()), deferred(variables), Place.NONE),
                scope(loop.source(), loop.result(), variables, scope));
    }

    private static List<Expression.Iteration> iteration(String variable) {
        return List.of(new Expression.Iteration(variable, new Expression.Name(SOURCE, Place.NONE), null));
    }

    private Value quantified(Boxed.Quantified quantified, Scope scope) {
        List<String> variables = List.of(quantified.variable());
        return evaluator.evaluate(
                new Expression.Quantified(
                        quantified.quantifier(), iteration(quantified.variable()), deferred(variables), Place.NONE),
                scope(quantified.source(), quantified.condition(), variables, scope));
    }

    private Value filter(Boxed.Filter filter, Scope scope) {
        Value source = evaluate(filter.source(), scope);
        if (!(strip(filter.match()) instanceof Boxed.Literal literal) || literal.expression().isEmpty()) {
            List<String> variables = List.of("item");
            return evaluator.evaluate(
                    new Expression.Filter(new Expression.Name(SOURCE, Place.NONE), deferred(variables), Place.NONE),
                    scope(filter.source(), filter.match(), variables, scope));
        }
        return evaluator.evaluate(
                new Expression.Filter(new Expression.Name(SOURCE, Place.NONE), literal.expression().get(), Place.NONE),
                scope.with(SOURCE, source));
    }

    private static Boxed strip(Boxed boxed) {
        return boxed instanceof Boxed.Typed typed ? strip(typed.value()) : boxed;
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
            this.parameterTypes = function.parameters().stream().map(parameter -> types.named(parameter.typeRef())).toList();
            Type own = types.named(function.resultTypeRef());
            this.result = declared instanceof Type.FunctionOf(List<Type> ignored, Type type)
                    ? type
                    : declared instanceof Type.Any ? (own instanceof Type.FunctionOf(List<Type> ignored2, Type type2) ? type2 : own) : declared;
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
                return Value.NULL;
            }
            Map<String, Value> values = new HashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                Value fitted = Types.coerce(arguments.get(i), parameterTypes.get(i));
                values.put(function.parameters().get(i).name(), fitted);
            }
            return Types.coerce(evaluate(function.body(), scope.with(values)), result);
        }
    }
}
