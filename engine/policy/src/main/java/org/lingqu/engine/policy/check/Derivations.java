package org.lingqu.engine.policy.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.DerivedFact;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Validity;
import org.lingqu.engine.policy.pack.Yield;

/** The policies that derive facts for others; the dictionary says which derives what. */
final class Derivations {

    private final Facts facts;
    private final List<Policy> deriving;

    /** @param deriving checked policies; those that yield nothing are left aside */
    Derivations(Facts facts, List<Policy> deriving) {
        this.facts = facts;
        this.deriving = deriving.stream()
                .filter(policy -> policy.yields().isPresent())
                .sorted(Comparator.comparing(policy -> policy.validity().from()))
                .toList();
    }

    static Derivations none(Facts facts) {
        return new Derivations(facts, List.of());
    }

    /** Derived facts by name, as a policy reads them that applies on these days. */
    Map<String, DerivedFact> during(Validity days) {
        var found = new HashMap<String, DerivedFact>();
        for (Fact fact : facts.all()) {
            fact.derived().ifPresent(rule -> {
                List<Policy> by = deriving.stream()
                        .filter(policy -> policy.id().toString().equals(rule.by()))
                        .filter(policy -> yields(policy, fact.name()))
                        .filter(policy -> policy.validity().overlaps(days))
                        .toList();
                if (!by.isEmpty()) {
                    found.put(fact.name(), new DerivedFact(fact.name(), by, rule.suppliedWins()));
                }
            });
        }
        return found;
    }

    static boolean yields(Policy policy, String fact) {
        return policy.yields().map(Yield::fact).filter(fact::equals).isPresent();
    }
}
