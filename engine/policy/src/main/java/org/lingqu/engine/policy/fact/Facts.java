package org.lingqu.engine.policy.fact;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The dictionary: every fact that a policy may ask, by name. Read by {@link FactsFile} from {@code policies/facts.yaml}. */
public final class Facts {

    /** The fact that says since when a firm exists; years before it are no missing years. */
    public static final FactRef FOUNDED = FactRef.of("成立日期");

    private final SequencedMap<String, Fact> byName = new LinkedHashMap<>();
    private final Map<String, Fact> byAlias = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two facts share a name or an alias; {@link FactsFile} reports that kindly */
    public Facts(Collection<Fact> facts) {
        for (Fact fact : facts) {
            if (byName.put(fact.name(), fact) != null) {
                throw new IllegalArgumentException("Declared twice: " + fact.name());
            }
        }
        for (Fact fact : facts) {
            for (String alias : fact.aliases()) {
                if (byName.containsKey(alias) || byAlias.put(alias, fact) != null) {
                    throw new IllegalArgumentException("Two facts are called " + alias);
                }
            }
        }
    }

    /** The fact of that name, or null. Aliases do not count: conditions use one name for one thing. */
    public @Nullable Fact get(String name) {
        return byName.get(name);
    }

    /** The fact that a sheet or page calls by this name or alias, or null. */
    public @Nullable Fact called(String nameOrAlias) {
        Fact fact = byName.get(nameOrAlias);
        return fact != null ? fact : byAlias.get(nameOrAlias);
    }

    /** All facts, as the file orders them. */
    public Collection<Fact> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    public Collection<String> names() {
        return Collections.unmodifiableCollection(byName.keySet());
    }

    /** All aliases. */
    public Collection<String> aliases() {
        return Collections.unmodifiableCollection(byAlias.keySet());
    }
}
