package org.lingqu.engine.policy.feel.eval;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.lingqu.engine.policy.feel.syntax.ComparisonOperator;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Expression.Argument;
import org.lingqu.engine.policy.feel.syntax.Expression.ContextLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.Entry;
import org.lingqu.engine.policy.feel.syntax.Expression.Filter;
import org.lingqu.engine.policy.feel.syntax.Expression.FunctionLiteral;
import org.lingqu.engine.policy.feel.syntax.Expression.If;
import org.lingqu.engine.policy.feel.syntax.Expression.Invocation;
import org.lingqu.engine.policy.feel.syntax.Expression.OpenRange;
import org.lingqu.engine.policy.feel.syntax.Expression.Range;
import org.lingqu.engine.policy.feel.syntax.UnaryTests;
import org.lingqu.engine.policy.feel.value.Calculating;
import org.lingqu.engine.policy.feel.value.Comparing;
import org.lingqu.engine.policy.feel.value.TemporalText;
import org.lingqu.engine.policy.feel.value.Types;
import org.lingqu.engine.policy.feel.value.Value;

/**
 * Evaluates trees by the letter of DMN 1.5: three-valued {@code and} and {@code or}, null for whatever has no answer. It
 * never throws; an evaluation that would take too long or too deep is null as well, and {@link #exhausted()} says so.
 */
public final class Evaluator {

    private final Types.Declared types;
    private final Budget budget = new Budget();
    private final Loops loops = new Loops(this);
    private final Tests tests = new Tests(this);
    private final Clock clock;
    private String exhausted = "";

    /**
     * @param types the types that the model declares
     * @param clock what {@code now()} and {@code today()} tell
     */
    public Evaluator(Types.Declared types, Clock clock) {
        this.types = types;
        this.clock = clock;
    }

    /** An evaluator that knows the built-in types only, in the time of this machine. */
    public Evaluator() {
        this(name -> Optional.empty(), Clock.system(ZoneId.systemDefault()));
    }

    /** What {@code expression} is worth; functions and their results share this evaluator's budget. */
    public Value evaluate(Expression expression, Scope scope) {
        return guarded(() -> value(expression, scope));
    }

    /** Whether {@code value} passes a decision table's cell: a truth value or null. */
    public Value passes(Value value, UnaryTests cell, Scope scope) {
        return guarded(() -> tests.passes(value, cell, scope));
    }

    private Value guarded(Supplier<Value> evaluation) {
        try {
            return evaluation.get();
        } catch (Budget.Exhausted tooMuch) {
            exhausted = Objects.requireNonNull(tooMuch.getMessage());
        } catch (StackOverflowError smallStack) {
            // The budget fits an ordinary thread; one with a smaller stack, or far down already, ends here.
            exhausted = "The expression nests deeper than this thread's stack.";
        }
        return Value.Null.NULL;
    }

    /** Why an evaluation was given up; empty if none was. */
    public String exhausted() {
        return exhausted;
    }

    Clock clock() {
        return clock;
    }

    Budget budget() {
        return budget;
    }

    Types.Declared types() {
        return types;
    }

    Value value(Expression expression, Scope scope) {
        budget.enter();
        try {
            return compute(expression, scope);
        } finally {
            budget.leave();
        }
    }

    private Value compute(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.NumberLiteral number -> new Value.Num(number.value());
            case Expression.StringLiteral text -> new Value.Text(text.value());
            case Expression.BooleanLiteral truth -> Value.of(truth.value());
            case Expression.NullLiteral ignored -> Value.Null.NULL;
            case Expression.AtLiteral at -> TemporalText.any(at.text());
            case Expression.Name name -> named(name.name(), scope);
            case Expression.Path path -> Properties.of(value(path.source(), scope), path.name());
            case Expression.Negation negation -> Calculating.negated(value(negation.operand(), scope));
            case Expression.Arithmetic sum -> calculate(sum, scope);
            case Expression.Comparison comparison ->
                Value.of(Comparing.compare(
                        comparison.operator(), value(comparison.left(), scope), value(comparison.right(), scope)));
            case Expression.And and -> and(and, scope);
            case Expression.Or or -> or(or, scope);
            case Expression.Between between -> tests.between(between, scope);
            case Expression.In in -> tests.in(in, scope);
            case Expression.InstanceOf instance ->
                Value.of(Types.isInstance(value(instance.value(), scope), Types.resolve(instance.type(), types)));
            case If choice -> {
                boolean holds = value(choice.condition(), scope) instanceof Value.Bool(boolean condition) && condition;
                yield value(holds ? choice.then() : choice.otherwise(), scope);
            }
            case Expression.For loop -> loops.collect(loop, scope);
            case Expression.Quantified quantified -> loops.quantify(quantified, scope);
            case Filter filter -> loops.filter(filter, scope);
            case Invocation call -> call(call, scope);
            case Expression.ListLiteral list -> new Value.Items(values(list.items(), scope));
            case ContextLiteral context -> context(context, scope);
            case FunctionLiteral function -> new Closure(this, function, scope);
            case Range range -> range(range, scope);
            case OpenRange range -> open(range.operator(), value(range.end(), scope));
        };
    }

    private Value calculate(Expression.Arithmetic sum, Scope scope) {
        Value result = Calculating.calculate(sum.operator(), value(sum.left(), scope), value(sum.right(), scope));
        if (result instanceof Value.Text(String text)) {
            budget.spend(text.length());
        }
        return result;
    }

    private static Value named(String name, Scope scope) {
        Value value = scope.find(name);
        if (value != null) {
            return value;
        }
        Optional<BuiltInFunction> builtIn = BuiltInFunction.find(name);
        if (builtIn.isPresent()) {
            return builtIn.get();
        }
        // A parameter elsewhere may be called "a.b", so that the text was read as one name.
        int point = name.lastIndexOf('.');
        return point < 0
                ? Value.Null.NULL
                : Properties.of(named(name.substring(0, point), scope), name.substring(point + 1));
    }

    private Value and(Expression.And and, Scope scope) {
        Value left = value(and.left(), scope);
        if (left.equals(Value.Bool.FALSE)) {
            return left;
        }
        Value right = value(and.right(), scope);
        if (right.equals(Value.Bool.FALSE)) {
            return right;
        }
        return left.equals(Value.Bool.TRUE) && right.equals(Value.Bool.TRUE) ? left : Value.Null.NULL;
    }

    private Value or(Expression.Or or, Scope scope) {
        Value left = value(or.left(), scope);
        if (left.equals(Value.Bool.TRUE)) {
            return left;
        }
        Value right = value(or.right(), scope);
        if (right.equals(Value.Bool.TRUE)) {
            return right;
        }
        return left.equals(Value.Bool.FALSE) && right.equals(Value.Bool.FALSE) ? left : Value.Null.NULL;
    }

    private List<Value> values(List<Expression> expressions, Scope scope) {
        List<Value> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(value(expression, scope));
        }
        return values;
    }

    private Value context(ContextLiteral context, Scope scope) {
        Map<String, Value> entries = new LinkedHashMap<>();
        Scope inner = scope.with(entries);
        for (Entry entry : context.entries()) {
            entries.put(entry.key(), value(entry.value(), inner));
        }
        return new Value.Context(entries);
    }

    private Value range(Range range, Scope scope) {
        Value low = value(range.low(), scope);
        Value high = value(range.high(), scope);
        boolean comparable = low.isNull() || high.isNull() || Comparing.order(low, high) != null;
        return comparable
                ? new Value.Range(range.lowIncluded(), low, high, range.highIncluded(), null)
                : Value.Null.NULL;
    }

    static Value open(ComparisonOperator operator, Value end) {
        return switch (operator) {
            case EQUAL -> new Value.Range(true, end, end, true, operator);
            case NOT_EQUAL -> new Value.Range(true, end, end, true, operator);
            case LESS -> new Value.Range(false, Value.Null.NULL, end, false, operator);
            case LESS_OR_EQUAL -> new Value.Range(false, Value.Null.NULL, end, true, operator);
            case GREATER -> new Value.Range(false, end, Value.Null.NULL, false, operator);
            case GREATER_OR_EQUAL -> new Value.Range(true, end, Value.Null.NULL, false, operator);
        };
    }

    private Value call(Invocation call, Scope scope) {
        if (!(value(call.function(), scope) instanceof Value.Function function)) {
            return Value.Null.NULL;
        }
        List<Argument> arguments = call.arguments();
        if (arguments.isEmpty() || arguments.getFirst().name() == null) {
            return invoke(
                    function, values(arguments.stream().map(Argument::value).toList(), scope));
        }
        Map<String, Value> named = new LinkedHashMap<>();
        for (Argument argument : arguments) {
            named.put(Objects.requireNonNull(argument.name()), value(argument.value(), scope));
        }
        budget.spend(costOf(named.values()));
        return function instanceof BuiltInFunction builtIn ? builtIn.call(named, this) : function.call(named);
    }

    Value invoke(Value.Function function, List<Value> arguments) {
        budget.spend(costOf(arguments));
        return function instanceof BuiltInFunction builtIn ? builtIn.call(arguments, this) : function.call(arguments);
    }

    /** Built-in functions walk through lists and texts: these pay by length. */
    private static long costOf(Iterable<Value> arguments) {
        long cost = 1;
        for (Value argument : arguments) {
            cost += switch (argument) {
                case Value.Items(List<Value> items) -> items.size();
                case Value.Text(String text) -> text.length();
                case Value.Context(Map<String, Value> entries) -> entries.size();
                default -> 0;
            };
        }
        return cost;
    }
}
