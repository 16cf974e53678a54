package org.lingqu.engine.policy.feel.eval;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Expression.Iteration;
import org.lingqu.engine.policy.feel.syntax.Quantifier;
import org.lingqu.engine.policy.feel.value.Comparing;
import org.lingqu.engine.policy.feel.value.Numbers;
import org.lingqu.engine.policy.feel.value.Value;

/** {@code for}, {@code some}, {@code every} and filters (DMN 1.5, 10.3.2.14). */
final class Loops {

    private final Evaluator evaluator;

    Loops(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** What happens in a turn of the innermost loop; false ends all loops. */
    private interface Turn {
        boolean run(Scope scope);
    }

    Value collect(Expression.For loop, Scope scope) {
        List<Value> results = new ArrayList<>();
        Scope outer = scope.with("partial", new Value.Items(results));
        boolean looped =
                turns(loop.iterations(), 0, outer, inner -> results.add(evaluator.value(loop.result(), inner)));
        return looped ? new Value.Items(results) : Value.Null.NULL;
    }

    Value quantify(Expression.Quantified quantified, Scope scope) {
        boolean some = quantified.quantifier() == Quantifier.SOME;
        Value decisive = Value.of(some);
        boolean[] seen = new boolean[2];
        boolean looped = turns(quantified.iterations(), 0, scope, inner -> {
            Value holds = evaluator.value(quantified.condition(), inner);
            seen[0] |= holds.equals(decisive);
            seen[1] |= !(holds instanceof Value.Bool);
            return !seen[0];
        });
        if (seen[0]) {
            return decisive;
        }
        return !looped || seen[1] ? Value.Null.NULL : Value.of(!some);
    }

    /** Runs all turns in order; false if a domain cannot be walked through. */
    private boolean turns(List<Iteration> iterations, int level, Scope scope, Turn turn) {
        boolean[] walkable = {true};
        walk(iterations, level, scope, turn, walkable);
        return walkable[0];
    }

    private boolean walk(List<Iteration> iterations, int level, Scope scope, Turn turn, boolean[] walkable) {
        if (level == iterations.size()) {
            return turn.run(scope);
        }
        Iteration iteration = iterations.get(level);
        Iterator<Value> domain = domain(iteration, scope);
        if (domain == null) {
            walkable[0] = false;
            return false;
        }
        while (domain.hasNext()) {
            evaluator.budget().spend(1);
            if (!walk(iterations, level + 1, scope.with(iteration.variable(), domain.next()), turn, walkable)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Iterator<Value> domain(Iteration iteration, Scope scope) {
        Value first = evaluator.value(iteration.domain(), scope);
        Expression last = iteration.last();
        if (last != null) {
            return steps(first, evaluator.value(last, scope));
        }
        return switch (first) {
            case Value.Null ignored -> null;
            case Value.Items(List<Value> items) -> items.iterator();
            case Value.Range range -> within(range);
            default -> List.of(first).iterator();
        };
    }

    private static @Nullable Iterator<Value> within(Value.Range range) {
        Integer order = Comparing.order(range.low(), range.high());
        if (order == null || order > 0) {
            return null;
        }
        Iterator<Value> all = steps(range.low(), range.high());
        if (all == null) {
            return null;
        }
        List<Value> ends = new ArrayList<>();
        if (!range.lowIncluded()) {
            ends.add(range.low());
        }
        if (!range.highIncluded()) {
            ends.add(range.high());
        }
        return Stream.generate(() -> all)
                .takeWhile(Iterator::hasNext)
                .map(Iterator::next)
                .filter(value -> ends.stream().noneMatch(end -> Comparing.same(end, value)))
                .iterator();
    }

    /** Whole numbers or days from one to the other, up or down, both included. */
    private static @Nullable Iterator<Value> steps(Value from, Value to) {
        if (from instanceof Value.Num(BigDecimal a) && to instanceof Value.Num(BigDecimal b)) {
            return wholeLong(a) && wholeLong(b)
                    ? walk(a.longValueExact(), b.longValueExact())
                            .mapToObj(i -> (Value) Value.of(i))
                            .iterator()
                    : null;
        }
        if (from instanceof Value.Date(LocalDate a) && to instanceof Value.Date(LocalDate b)) {
            return walk(a.toEpochDay(), b.toEpochDay())
                    .mapToObj(day -> (Value) new Value.Date(LocalDate.ofEpochDay(day)))
                    .iterator();
        }
        return null;
    }

    private static boolean wholeLong(BigDecimal number) {
        return Numbers.isWhole(number) && number.abs().compareTo(BigDecimal.valueOf(1_000_000_000_000_000L)) < 0;
    }

    private static LongStream walk(long from, long to) {
        return from <= to
                ? LongStream.rangeClosed(from, to)
                : LongStream.rangeClosed(0, from - to).map(i -> from - i);
    }

    Value filter(Expression.Filter filter, Scope scope) {
        Value source = evaluator.value(filter.source(), scope);
        List<Value> items = source instanceof Value.Items(List<Value> values)
                ? values
                : source.isNull() ? List.of() : List.of(source);
        if (items.isEmpty()) {
            Value condition = evaluator.value(filter.condition(), scope);
            return condition instanceof Value.Num ? Value.Null.NULL : new Value.Items(List.of());
        }
        List<Value> kept = new ArrayList<>();
        for (Value item : items) {
            Value condition = evaluator.value(filter.condition(), within(item, scope));
            if (condition instanceof Value.Num(BigDecimal position)) {
                return at(items, position);
            }
            if (condition.equals(Value.Bool.TRUE)) {
                kept.add(item);
            }
        }
        return new Value.Items(kept);
    }

    private static Scope within(Value item, Scope scope) {
        Scope named = item instanceof Value.Context(Map<String, Value> entries) ? scope.with(entries) : scope;
        return name -> {
            Value found = name.equals("item") && item instanceof Value.Context(Map<String, Value> entries)
                    ? entries.get("item")
                    : null;
            return found != null ? found : name.equals("item") ? item : named.find(name);
        };
    }

    private static Value at(List<Value> items, BigDecimal position) {
        if (!wholeLong(position)) {
            return Value.Null.NULL;
        }
        long index = position.longValueExact();
        long from = index < 0 ? items.size() + index : index - 1;
        return from >= 0 && from < items.size() ? items.get((int) from) : Value.Null.NULL;
    }
}
