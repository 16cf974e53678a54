package org.lingqu.engine.policy.feel.dmn;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.eval.Evaluator;
import org.lingqu.engine.policy.feel.eval.Scope;
import org.lingqu.engine.policy.feel.value.Type;
import org.lingqu.engine.policy.feel.value.Types;
import org.lingqu.engine.policy.feel.value.Value;

/**
 * Evaluates the nodes of a model and of those it imports, for one set of inputs (DMN 1.5, 10.4). What has no answer is
 * {@link Value.Null}. Not for use by several threads.
 */
public final class ModelEvaluator {

    private static final Pattern POINT = Pattern.compile("\\.");

    private final Map<String, Model> byNamespace = new HashMap<>();
    private final Map<Model, ItemTypes> types = new HashMap<>();
    private final Map<Model, BoxedEvaluator> evaluators = new HashMap<>();

    /** Input values; decisions that a decision service takes as inputs stand here too. */
    private record Given(Map<String, Value> inputs, Map<Node, Value> known) {}

    /** @param models all models that may be imported, and the one that is asked */
    public ModelEvaluator(Collection<Model> models) {
        models.forEach(model -> byNamespace.putIfAbsent(model.namespace(), model));
        models.forEach(model -> evaluators.put(
                model,
                new BoxedEvaluator(types(model), new Evaluator(types(model), Clock.system(ZoneId.systemDefault())))));
    }

    private ItemTypes types(Model model) {
        ItemTypes known = types.get(model);
        if (known != null) {
            return known;
        }
        Map<String, ItemTypes> imported = new LinkedHashMap<>();
        ItemTypes own = new ItemTypes(model, imported);
        types.put(model, own);
        model.imports().forEach((name, namespace) -> {
            Model other = byNamespace.get(namespace);
            if (other != null) {
                imported.put(name, types(other));
            }
        });
        return own;
    }

    /** The type that a node's variable declares. */
    private Type type(Node node) {
        return types(node.model()).named(node.typeRef());
    }

    /**
     * The value of a decision.
     *
     * @param inputs input data by name; names of imported models' data have the import's name before them and a point
     */
    public Value decision(Node decision, Map<String, Value> inputs) {
        return value(decision, new Given(inputs, new HashMap<>()), "");
    }

    /** The values of all decisions of a model by name, each computed once; inputs as for one decision. */
    public Map<String, Value> decisions(Model model, Map<String, Value> inputs) {
        var given = new Given(inputs, new HashMap<>());
        Map<String, Value> values = new LinkedHashMap<>();
        model.nodes().stream()
                .filter(node -> node.kind() == Node.Kind.DECISION)
                .forEach(node -> values.put(node.name(), value(node, given, "")));
        return values;
    }

    /** What a decision service or business knowledge model gives for named arguments. */
    public Value invoke(Node invocable, Map<String, Value> arguments) {
        Value function = value(invocable, new Given(Map.of(), new HashMap<>()), "");
        if (!(function instanceof Value.Function callable) || callable.parameters() == null) {
            return Value.Null.NULL;
        }
        List<String> names = callable.parameters();
        List<Value> fitting = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Value argument = arguments.getOrDefault(names.get(i), Value.Null.NULL);
            // Asked from outside, a value of another type counts as none; within FEEL it would be no call at all.
            Type wanted = callable.type() instanceof Type.FunctionOf(List<Type> types, Type ignored)
                    ? types.get(i)
                    : Type.ANY;
            fitting.add(Types.coerce(argument, wanted));
        }
        return callable.call(fitting);
    }

    private Value value(Node node, Given given, String prefix) {
        Value known = given.known().get(node);
        if (known != null) {
            return known;
        }
        // A graph that runs in a circle has no answer: whoever asks again finds null.
        given.known().put(node, Value.Null.NULL);
        Value value = switch (node.kind()) {
            case INPUT_DATA -> Types.coerce(input(node, given.inputs(), prefix), type(node));
            case DECISION ->
                Types.coerce(evaluator(node).evaluate(node.logic(), scope(node, given, prefix)), type(node));
            case KNOWLEDGE -> knowledge(node, given, prefix);
            case SERVICE -> new Service(node);
        };
        given.known().put(node, value);
        return value;
    }

    private static Value input(Node node, Map<String, Value> inputs, String prefix) {
        Value own = inputs.get(prefix + node.name());
        if (own != null) {
            return own;
        }
        // "a.b.Name" may also be given as a context a holding b holding Name.
        Value value = null;
        for (String part : POINT.splitAsStream(prefix + node.name()).toList()) {
            value = value == null
                    ? inputs.get(part)
                    : value instanceof Value.Context(Map<String, Value> entries) ? entries.get(part) : null;
            if (value == null) {
                break;
            }
        }
        return value != null ? value : inputs.getOrDefault(node.name(), Value.Null.NULL);
    }

    private BoxedEvaluator evaluator(Node node) {
        BoxedEvaluator evaluator = evaluators.get(node.model());
        if (evaluator == null) {
            throw new IllegalArgumentException(
                    "Not one of the models: " + node.model().name());
        }
        return evaluator;
    }

    private Value knowledge(Node node, Given given, String prefix) {
        return node.logic() instanceof Boxed.Function function
                ? evaluator(node).function(function, scope(node, given, prefix), type(node))
                : Value.Null.NULL;
    }

    /** What the node may use: just what it requires, under the names it has there. */
    private Scope scope(Node node, Given given, String prefix) {
        Map<String, Value> values = new HashMap<>();
        Map<String, Map<String, Value>> imported = new HashMap<>();
        for (String reference : node.requires()) {
            Target target = target(node.model(), reference);
            if (target != null) {
                String inner = target.importName().isEmpty() ? prefix : prefix + target.importName() + ".";
                Value value = value(target.node(), given, inner);
                if (target.importName().isEmpty()) {
                    values.put(target.node().name(), value);
                } else {
                    imported.computeIfAbsent(target.importName(), name -> new HashMap<>())
                            .put(target.node().name(), value);
                }
            }
        }
        imported.forEach((name, entries) -> values.put(name, new Value.Context(entries)));
        return Scope.EMPTY.with(values);
    }

    private record Target(Node node, String importName) {}

    private @Nullable Target target(Model model, String reference) {
        int hash = reference.indexOf('#');
        String namespace = hash < 0 ? "" : reference.substring(0, hash);
        String id = reference.substring(hash + 1);
        if (namespace.isEmpty() || namespace.equals(model.namespace())) {
            return model.byId(id).map(node -> new Target(node, "")).orElse(null);
        }
        Model other = byNamespace.get(namespace);
        Optional<String> name = model.imports().entrySet().stream()
                .filter(entry -> entry.getValue().equals(namespace))
                .map(Map.Entry::getKey)
                .findFirst();
        return other == null || name.isEmpty()
                ? null
                : other.byId(id).map(node -> new Target(node, name.get())).orElse(null);
    }

    /** A decision service as a function (DMN 1.5, 10.4.2): input data first, then input decisions. */
    private final class Service implements Value.Function {

        private final Node node;
        private final List<Target> inputs = new ArrayList<>();

        Service(Node node) {
            this.node = node;
            add("inputData");
            add("inputDecision");
        }

        private void add(String child) {
            for (String reference : node.references(child)) {
                Target target = target(node.model(), reference);
                if (target != null) {
                    inputs.add(target);
                }
            }
        }

        @Override
        public List<String> parameters() {
            return inputs.stream().map(input -> input.node().name()).toList();
        }

        @Override
        public Type type() {
            Type declared = ModelEvaluator.this.type(node);
            return declared instanceof Type.FunctionOf
                    ? declared
                    : new Type.FunctionOf(
                            inputs.stream()
                                    .map(input -> ModelEvaluator.this.type(input.node()))
                                    .toList(),
                            declared);
        }

        @Override
        public Value call(List<Value> arguments) {
            if (arguments.size() != inputs.size()) {
                return Value.Null.NULL;
            }
            Map<Node, Value> known = new HashMap<>();
            for (int i = 0; i < inputs.size(); i++) {
                Node input = inputs.get(i).node();
                Value fitted = Types.coerce(arguments.get(i), ModelEvaluator.this.type(input));
                if (fitted.isNull() && !arguments.get(i).isNull()) {
                    return Value.Null.NULL;
                }
                known.put(input, fitted);
            }
            return result(new Given(Map.of(), known));
        }

        private Value result(Given given) {
            List<String> outputs = node.references("outputDecision");
            Map<String, Value> results = new LinkedHashMap<>();
            for (String reference : outputs) {
                Target target = target(node.model(), reference);
                if (target != null) {
                    results.put(target.node().name(), value(target.node(), given, ""));
                }
            }
            Type declared = ModelEvaluator.this.type(node);
            Type result = declared instanceof Type.FunctionOf(List<Type> ignored, Type type) ? type : declared;
            Value value = results.size() == 1 ? results.values().iterator().next() : new Value.Context(results);
            return Types.coerce(value, result);
        }
    }
}
