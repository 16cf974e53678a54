package org.lingqu.engine.policy.feel.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.feel.eval.BuiltInFunction.Implementation;
import org.lingqu.engine.policy.feel.value.Value;

/** DMN 1.5, 10.3.4.10. */
final class ContextFunctions {

    static final Map<String, Implementation> ALL = Map.of(
            "get value", ContextFunctions::get,
            "get entries", ContextFunctions::entries,
            "context", ContextFunctions::context,
            "context put", ContextFunctions::put,
            "context merge", ContextFunctions::merge);

    private ContextFunctions() {}

    private static Value get(Arguments arguments) {
        if (!(arguments.single(0) instanceof Value.Context context)) {
            return Value.Null.NULL;
        }
        List<Value> keys = arguments.at(1) instanceof Value.Items(List<Value> path) ? path : List.of(arguments.at(1));
        Value value = keys.isEmpty() ? Value.Null.NULL : context;
        for (Value key : keys) {
            if (!(value instanceof Value.Context(Map<String, Value> inner))
                    || !(key instanceof Value.Text(String name))) {
                return Value.Null.NULL;
            }
            value = inner.getOrDefault(name, Value.Null.NULL);
        }
        return value;
    }

    private static Value entries(Arguments arguments) {
        if (!(arguments.single(0) instanceof Value.Context(Map<String, Value> context))) {
            return Value.Null.NULL;
        }
        List<Value> entries = new ArrayList<>();
        context.forEach((key, value) -> {
            Map<String, Value> entry = new LinkedHashMap<>();
            entry.put("key", Value.of(key));
            entry.put("value", value);
            entries.add(new Value.Context(entry));
        });
        return new Value.Items(entries);
    }

    private static Value context(Arguments arguments) {
        List<Value> entries = arguments.list(0);
        if (entries == null) {
            return Value.Null.NULL;
        }
        Map<String, Value> context = new LinkedHashMap<>();
        for (Value entry : entries) {
            if (!(entry instanceof Value.Context(Map<String, Value> pair))
                    || !(pair.get("key") instanceof Value.Text(String key))
                    || !pair.containsKey("value")
                    || context.putIfAbsent(key, pair.getOrDefault("value", Value.Null.NULL)) != null) {
                return Value.Null.NULL;
            }
        }
        return new Value.Context(context);
    }

    private static Value put(Arguments arguments) {
        if (!(arguments.single(0) instanceof Value.Context(Map<String, Value> context))) {
            return Value.Null.NULL;
        }
        return switch (arguments.at(1)) {
            case Value.Text(String key) -> with(context, List.of(key), arguments.at(2));
            case Value.Items(List<Value> keys)
            when !keys.isEmpty()
                    && !arguments.names().contains("key")
                    && keys.stream().allMatch(Value.Text.class::isInstance) ->
                with(
                        context,
                        keys.stream().map(key -> ((Value.Text) key).value()).toList(),
                        arguments.at(2));
            default -> Value.Null.NULL;
        };
    }

    private static Value with(Map<String, Value> context, List<String> keys, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(context);
        String key = keys.getFirst();
        if (keys.size() == 1) {
            changed.put(key, value);
            return new Value.Context(changed);
        }
        if (!(context.getOrDefault(key, Value.Null.NULL) instanceof Value.Context(Map<String, Value> inner))) {
            return Value.Null.NULL;
        }
        Value deeper = with(inner, keys.subList(1, keys.size()), value);
        if (deeper.isNull()) {
            return deeper;
        }
        changed.put(key, deeper);
        return new Value.Context(changed);
    }

    private static Value merge(Arguments arguments) {
        List<Value> contexts = arguments.list(0);
        if (contexts == null) {
            return Value.Null.NULL;
        }
        Map<String, Value> merged = new LinkedHashMap<>();
        for (Value value : contexts) {
            if (!(value instanceof Value.Context(Map<String, Value> context))) {
                return Value.Null.NULL;
            }
            merged.putAll(context);
        }
        return new Value.Context(merged);
    }
}
