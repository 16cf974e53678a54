package org.lingqu.engine.policy.feel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.syntax.ComparisonOperator;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Expression.OpenRange;
import org.lingqu.engine.policy.feel.syntax.Mentions;
import org.lingqu.engine.policy.feel.syntax.UnaryTests;
import org.lingqu.engine.policy.feel.value.Comparing;
import org.lingqu.engine.policy.feel.value.Value;

/** {@code in}, {@code between} and the cells of decision tables (DMN 1.5, 10.3.2.8 and table 55). */
final class Tests {

    private final Evaluator evaluator;

    Tests(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value between(Expression.Between between, Scope scope) {
        Value value = evaluator.value(between.value(), scope);
        Boolean above =
                Comparing.compare(ComparisonOperator.GREATER_OR_EQUAL, value, evaluator.value(between.low(), scope));
        Boolean below =
                Comparing.compare(ComparisonOperator.LESS_OR_EQUAL, value, evaluator.value(between.high(), scope));
        if (Boolean.FALSE.equals(above) || Boolean.FALSE.equals(below)) {
            return above == null || below == null ? Value.Null.NULL : Value.Bool.FALSE;
        }
        return above == null || below == null ? Value.Null.NULL : Value.Bool.TRUE;
    }

    Value in(Expression.In in, Scope scope) {
        Value value = evaluator.value(in.value(), scope);
        return anyHolds(value, in.tests(), scope);
    }

    Value passes(Value value, UnaryTests cell, Scope scope) {
        if (cell.tests().isEmpty()) {
            return Value.Bool.TRUE;
        }
        Value any = anyHolds(value, cell.tests(), scope);
        return cell.negated() && any instanceof Value.Bool(boolean holds) ? Value.of(!holds) : any;
    }

    private Value anyHolds(Value value, List<Expression> tests, Scope scope) {
        Scope inner = scope.with("?", value);
        boolean unsure = false;
        for (Expression test : tests) {
            Boolean holds = holds(value, test, inner);
            if (Boolean.TRUE.equals(holds)) {
                return Value.Bool.TRUE;
            }
            unsure |= holds == null;
        }
        return unsure ? Value.Null.NULL : Value.Bool.FALSE;
    }

    private @Nullable Boolean holds(Value value, Expression test, Scope scope) {
        if (test instanceof OpenRange range) {
            return Comparing.compare(range.operator(), value, evaluator.value(range.end(), scope));
        }
        Value wanted = evaluator.value(test, scope);
        if (wanted instanceof Value.Bool(boolean truth) && Mentions.of("?", test)) {
            return truth;
        }
        return matches(value, wanted);
    }

    private static @Nullable Boolean matches(Value value, Value wanted) {
        return switch (wanted) {
            case Value.Range range when !(value instanceof Value.Range) -> Comparing.holds(range, value);
            case Value.Items(List<Value> items)
            when !Comparing.same(value, wanted) -> {
                boolean unsure = false;
                for (Value item : items) {
                    Boolean found = (item instanceof Value.Range range && !(value instanceof Value.Range))
                            ? Comparing.holds(range, value)
                            : Comparing.equal(value, item);
                    if (Boolean.TRUE.equals(found)) {
                        yield true;
                    }
                    unsure |= found == null && item instanceof Value.Range;
                }
                yield unsure ? null : false;
            }
            default -> Comparing.equal(value, wanted);
        };
    }
}
