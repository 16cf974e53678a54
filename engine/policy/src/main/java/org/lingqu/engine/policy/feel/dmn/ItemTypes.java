package org.lingqu.engine.policy.feel.dmn;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lingqu.engine.policy.feel.eval.Evaluator;
import org.lingqu.engine.policy.feel.eval.Scope;
import org.lingqu.engine.policy.feel.syntax.UnaryTests;
import org.lingqu.engine.policy.feel.value.Type;
import org.lingqu.engine.policy.feel.value.Types;
import org.lingqu.engine.policy.feel.value.Value;

/** Item definitions as types (DMN 1.5, 7.3.2). */
final class ItemTypes implements Types.Declared {

    private final Model model;
    private final Map<String, ItemTypes> imported;
    private final Map<String, Type> known = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    /** @param imported the types of imported models by the name they go under */
    ItemTypes(Model model, Map<String, ItemTypes> imported) {
        this.model = model;
        this.imported = imported;
    }

    @Override
    public Optional<Type> find(String name) {
        Element definition = model.itemDefinitions().get(name);
        if (definition != null) {
            return Optional.of(declared(name, definition));
        }
        for (Map.Entry<String, ItemTypes> entry : imported.entrySet()) {
            String prefix = entry.getKey().isEmpty() ? "" : entry.getKey() + ".";
            if (name.startsWith(prefix)) {
                Optional<Type> found = entry.getValue().find(name.substring(prefix.length()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Type declared(String name, Element definition) {
        Type type = known.get(name);
        if (type != null) {
            return type;
        }
        if (!underWay.add(name)) {
            // A type that holds itself: its inner occurrence is not looked into.
            return Type.ANY;
        }
        Type read = read(definition);
        underWay.remove(name);
        known.put(name, read);
        return read;
    }

    private Type read(Element definition) {
        Type element = constrained(base(definition), definition, "allowedValues");
        Type whole = definition.attribute("isCollection").equals("true") ? new Type.ListOf(element) : element;
        return constrained(whole, definition, "typeConstraint");
    }

    private Type base(Element definition) {
        List<Element> components = definition.children("itemComponent");
        if (!components.isEmpty()) {
            Map<String, Type> entries = new LinkedHashMap<>();
            components.forEach(component -> entries.put(component.attribute("name"), read(component)));
            return new Type.ContextOf(entries);
        }
        Optional<Element> function = definition.child("functionItem");
        if (function.isPresent()) {
            List<Type> parameters = function.get().children("parameters").stream()
                    .map(parameter -> named(BoxedReader.typeRef(parameter)))
                    .toList();
            return new Type.FunctionOf(parameters, named(function.get().attribute("outputTypeRef")));
        }
        return named(BoxedReader.typeRef(definition));
    }

    /** The type of that name; {@link Type#ANY} for an empty one. */
    Type named(String name) {
        return name.isEmpty() ? Type.ANY : Types.named(name, this);
    }

    private Type constrained(Type base, Element definition, String constraint) {
        return definition
                .child(constraint)
                .map(values -> values.childText("text"))
                .flatMap(text -> new BoxedReader(model.names()).tests(text))
                .<Type>map(tests -> new Type.Constrained(base, allowed(tests)))
                .orElse(base);
    }

    private Predicate<Value> allowed(UnaryTests tests) {
        return value -> new Evaluator(this, Clock.system(ZoneId.systemDefault()))
                .passes(value, tests, Scope.EMPTY)
                .equals(Value.Bool.TRUE);
    }
}
