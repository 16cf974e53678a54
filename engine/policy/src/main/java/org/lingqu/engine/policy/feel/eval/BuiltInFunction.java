package org.lingqu.engine.policy.feel.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.syntax.BuiltIns;
import org.lingqu.engine.policy.feel.syntax.BuiltIns.Signature;
import org.lingqu.engine.policy.feel.value.Type;
import org.lingqu.engine.policy.feel.value.Value;

/** One of the standard's functions: the signatures that {@code builtins.txt} lists, and what computes it. */
final class BuiltInFunction implements Value.Function {

    /** Computes a result; gets as many arguments as one of the signatures allows. */
    interface Implementation {
        Value apply(Arguments arguments);
    }

    private static final Map<String, BuiltInFunction> ALL = all();

    private final List<Signature> signatures;
    private final Implementation implementation;

    private BuiltInFunction(List<Signature> signatures, Implementation implementation) {
        this.signatures = signatures;
        this.implementation = implementation;
    }

    static Optional<BuiltInFunction> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map<String, BuiltInFunction> all() {
        Map<String, Implementation> implementations = new HashMap<>();
        implementations.putAll(NumberFunctions.ALL);
        implementations.putAll(TextFunctions.ALL);
        implementations.putAll(ListFunctions.ALL);
        implementations.putAll(StatisticsFunctions.ALL);
        implementations.putAll(TemporalFunctions.ALL);
        implementations.putAll(RangeFunctions.ALL);
        implementations.putAll(ContextFunctions.ALL);
        Map<String, BuiltInFunction> all = new HashMap<>();
        for (Signature signature : BuiltIns.SIGNATURES) {
            Implementation implementation = implementations.get(signature.name());
            if (implementation == null) {
                throw new IllegalStateException("builtins.txt lists a function that is not there: " + signature.name());
            }
            all.computeIfAbsent(signature.name(), name -> new BuiltInFunction(new ArrayList<>(), implementation))
                    .signatures
                    .add(signature);
        }
        return all;
    }

    @Override
    public @Nullable List<String> parameters() {
        return null;
    }

    @Override
    public Type type() {
        Signature first = signatures.getFirst();
        return new Type.FunctionOf(
                first.parameters().stream().map(name -> Type.ANY).toList(), Type.ANY);
    }

    @Override
    public Value call(List<Value> arguments) {
        return call(arguments, new Evaluator());
    }

    Value call(List<Value> arguments, Evaluator evaluator) {
        boolean fits = signatures.stream()
                .anyMatch(signature -> arguments.size() >= signature.required()
                        && (signature.repeated()
                                || arguments.size() <= signature.parameters().size()));
        return fits ? implementation.apply(new Arguments(arguments, List.of(), evaluator)) : Value.Null.NULL;
    }

    Value call(Map<String, Value> arguments, Evaluator evaluator) {
        for (Signature signature : signatures) {
            List<String> names = signature.parameters();
            if (names.containsAll(arguments.keySet())) {
                // A parameter that is not named is null, which most functions answer with null.
                return implementation.apply(new Arguments(positional(names, arguments), names, evaluator));
            }
        }
        return Value.Null.NULL;
    }

    private static List<Value> positional(List<String> names, Map<String, Value> arguments) {
        List<Value> values = new ArrayList<>();
        for (String name : names) {
            values.add(arguments.getOrDefault(name, Value.Null.NULL));
        }
        while (!values.isEmpty() && !arguments.containsKey(names.get(values.size() - 1))) {
            values.removeLast();
        }
        return values;
    }
}
