package org.lingqu.engine.policy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.rule.Condition;

/** Joins tests of one code against several prefixes into one node. */
final class Prefixes {

    private Prefixes() {}

    static Condition merged(List<Condition> parts) {
        Map<FactRef, TreeSet<String>> prefixes = new LinkedHashMap<>();
        List<Condition> rest = new ArrayList<>();
        for (Condition part : parts) {
            if (part instanceof Condition.CodeStartsWith test) {
                prefixes.computeIfAbsent(test.ref(), ref -> new TreeSet<>()).addAll(test.prefixes());
            } else {
                rest.add(part);
            }
        }
        List<Condition> all = new ArrayList<>();
        prefixes.forEach((ref, set) -> all.add(new Condition.CodeStartsWith(ref, set)));
        all.addAll(rest);
        return all.size() == 1 ? all.getFirst() : new Condition.Or(all);
    }
}
