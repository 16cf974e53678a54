package org.lingqu.engine.policy.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.DerivedFact;
import org.lingqu.engine.policy.rule.Condition;

/** What names mean inside one policy: facts, definitions, parameters, scores. Definitions are worked out when first used. */
final class Scope {

    private final Facts facts;
    private final Map<String, DerivedFact> derivations;
    private final Set<DerivedFact> read = new LinkedHashSet<>();
    private final Map<String, Supplier<Typed>> open = new LinkedHashMap<>();
    private final Map<String, Typed> known = new HashMap<>();
    private final Set<String> underway = new HashSet<>();

    /** @param derivations facts that other policies derive, while this one applies */
    Scope(Facts facts, Map<String, DerivedFact> derivations) {
        this.facts = facts;
        this.derivations = Map.copyOf(derivations);
    }

    /** A condition over a code: as it stands, or over what the code is derived from. */
    Condition read(FactRef ref, Condition supplied, Predicate<String> accepts) {
        DerivedFact derived = derivations.get(ref.fact());
        if (derived == null) {
            return supplied;
        }
        read.add(derived);
        return derived.read(supplied, accepts);
    }

    /** The derived facts that have been read. */
    List<DerivedFact> derived() {
        return List.copyOf(read);
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
