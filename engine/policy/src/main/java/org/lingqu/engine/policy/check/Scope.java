package org.lingqu.engine.policy.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Facts;

/** What names mean inside one policy: facts, definitions, parameters, scores. Definitions are worked out when first used. */
final class Scope {

    private final Facts facts;
    private final Map<String, Supplier<Typed>> open = new LinkedHashMap<>();
    private final Map<String, Typed> known = new HashMap<>();
    private final Set<String> underway = new HashSet<>();

    Scope(Facts facts) {
        this.facts = facts;
    }

    Facts facts() {
        return facts;
    }

    /** Declares a name; false if it is taken. */
    boolean declare(String name, Supplier<Typed> meaning) {
        return open.putIfAbsent(name, meaning) == null;
    }

    boolean declares(String name) {
        return open.containsKey(name);
    }

    /** The meaning of a declared name; null if its definition runs in a circle. */
    @Nullable Typed meaning(String name) {
        Typed found = known.get(name);
        if (found != null) {
            return found;
        }
        if (!underway.add(name)) {
            return null;
        }
        Typed meaning = open.getOrDefault(name, () -> new Typed.Broken()).get();
        underway.remove(name);
        known.put(name, meaning);
        return meaning;
    }

    Set<String> declaredNames() {
        return Set.copyOf(open.keySet());
    }

    /** Everything that may be written where a name stands. */
    Set<String> allNames() {
        var names = new TreeSet<>(facts.names());
        names.addAll(open.keySet());
        names.addAll(Names.CONSTANTS);
        return names;
    }
}
