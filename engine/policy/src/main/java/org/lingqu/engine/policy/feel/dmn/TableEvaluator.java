package org.lingqu.engine.policy.feel.dmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingqu.engine.policy.feel.eval.Evaluator;
import org.lingqu.engine.policy.feel.eval.Scope;
import org.lingqu.engine.policy.feel.syntax.ArithmeticOperator;
import org.lingqu.engine.policy.feel.syntax.ComparisonOperator;
import org.lingqu.engine.policy.feel.syntax.UnaryTests;
import org.lingqu.engine.policy.feel.value.Calculating;
import org.lingqu.engine.policy.feel.value.Comparing;
import org.lingqu.engine.policy.feel.value.Types;
import org.lingqu.engine.policy.feel.value.Value;

/** Decision tables (DMN 1.5, chapter 8). */
final class TableEvaluator {

    private final BoxedEvaluator boxes;
    private final ItemTypes types;
    private final Evaluator evaluator;

    TableEvaluator(BoxedEvaluator boxes, ItemTypes types, Evaluator evaluator) {
        this.boxes = boxes;
        this.types = types;
        this.evaluator = evaluator;
    }

    Value evaluate(Boxed.Table table, Scope scope) {
        List<Value> inputs = new ArrayList<>();
        for (Boxed.Input input : table.inputs()) {
            Value value = Types.coerce(boxes.evaluate(input.expression(), scope), types.named(input.typeRef()));
            if (input.allowed() != null && !passes(value, input.allowed(), scope)) {
                return Value.Null.NULL;
            }
            inputs.add(value);
        }
        List<List<Value>> hits = new ArrayList<>();
        for (Boxed.Rule rule : table.rules()) {
            if (matches(rule, inputs, scope)) {
                hits.add(results(table, rule, scope));
                if (table.hitPolicy() == Boxed.HitPolicy.FIRST) {
                    break;
                }
            }
        }
        return hits.isEmpty() ? standard(table, scope) : combined(table, hits, scope);
    }

    private boolean passes(Value value, UnaryTests tests, Scope scope) {
        return evaluator.passes(value, tests, scope).equals(Value.Bool.TRUE);
    }

    private boolean matches(Boxed.Rule rule, List<Value> inputs, Scope scope) {
        for (int i = 0; i < Math.min(inputs.size(), rule.conditions().size()); i++) {
            Optional<UnaryTests> condition = rule.conditions().get(i);
            if (condition.isEmpty() || !passes(inputs.get(i), condition.get(), scope)) {
                return false;
            }
        }
        return true;
    }

    private List<Value> results(Boxed.Table table, Boxed.Rule rule, Scope scope) {
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < Math.min(table.outputs().size(), rule.results().size()); i++) {
            results.add(Types.coerce(
                    boxes.evaluate(rule.results().get(i), scope),
                    types.named(table.outputs().get(i).typeRef())));
        }
        return results;
    }

    private Value standard(Boxed.Table table, Scope scope) {
        List<Value> defaults = new ArrayList<>();
        boolean any = false;
        for (Boxed.Output output : table.outputs()) {
            Boxed standard = output.standard();
            any |= standard != null;
            defaults.add(standard == null ? Value.Null.NULL : boxes.evaluate(standard, scope));
        }
        return any ? one(table, defaults) : Value.Null.NULL;
    }

    /** The results of one rule as one value. */
    private static Value one(Boxed.Table table, List<Value> results) {
        if (table.outputs().size() == 1) {
            return results.isEmpty() ? Value.Null.NULL : results.getFirst();
        }
        Map<String, Value> entries = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            entries.put(table.outputs().get(i).name(), results.get(i));
        }
        return new Value.Context(entries);
    }

    private Value combined(Boxed.Table table, List<List<Value>> hits, Scope scope) {
        return switch (table.hitPolicy()) {
            case UNIQUE -> hits.size() == 1 ? one(table, hits.getFirst()) : Value.Null.NULL;
            case FIRST -> one(table, hits.getFirst());
            case ANY -> {
                Value first = one(table, hits.getFirst());
                yield hits.stream().allMatch(hit -> Comparing.same(one(table, hit), first)) ? first : Value.Null.NULL;
            }
            case PRIORITY -> one(table, byPriority(table, hits, scope).getFirst());
            case OUTPUT_ORDER -> all(table, byPriority(table, hits, scope));
            case RULE_ORDER -> all(table, hits);
            case COLLECT -> aggregated(table, hits);
        };
    }

    private static Value all(Boxed.Table table, List<List<Value>> hits) {
        return new Value.Items(hits.stream().map(hit -> one(table, hit)).toList());
    }

    private List<List<Value>> byPriority(Boxed.Table table, List<List<Value>> hits, Scope scope) {
        List<List<Value>> priorities = table.outputs().stream()
                .map(output -> output.priorities().stream()
                        .map(value -> evaluator.evaluate(value, scope))
                        .toList())
                .toList();
        return hits.stream()
                .sorted((a, b) -> {
                    for (int i = 0; i < Math.min(a.size(), priorities.size()); i++) {
                        int order =
                                Integer.compare(rank(priorities.get(i), a.get(i)), rank(priorities.get(i), b.get(i)));
                        if (order != 0) {
                            return order;
                        }
                    }
                    return 0;
                })
                .toList();
    }

    private static int rank(List<Value> priorities, Value value) {
        for (int i = 0; i < priorities.size(); i++) {
            if (Comparing.same(priorities.get(i), value)) {
                return i;
            }
        }
        return priorities.size();
    }

    private static Value aggregated(Boxed.Table table, List<List<Value>> hits) {
        List<Value> values = hits.stream().map(hit -> one(table, hit)).toList();
        return switch (table.aggregation()) {
            case NONE -> new Value.Items(values);
            case COUNT -> Value.of(values.size());
            case SUM ->
                values.stream()
                        .reduce((a, b) -> Calculating.calculate(ArithmeticOperator.ADD, a, b))
                        .orElse(Value.Null.NULL);
            case MIN -> extreme(values, ComparisonOperator.LESS);
            case MAX -> extreme(values, ComparisonOperator.GREATER);
        };
    }

    private static Value extreme(List<Value> values, ComparisonOperator better) {
        Value best = values.getFirst();
        for (Value value : values) {
            if (Boolean.TRUE.equals(Comparing.compare(better, value, best))) {
                best = value;
            }
        }
        return best;
    }
}
