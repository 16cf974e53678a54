package org.lingqu.engine.policy.whatif;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.yaml.Yaml;

/**
 * A threshold and the places that have to change together: a border of two bands stands in both.
 *
 * @param literals empty for a parameter, which is set by name
 * @param parameter where it is declared; null for all other figures
 */
record Found(Threshold threshold, List<Literal> literals, Yaml.@Nullable Mapping parameter) {

    Found {
        literals = List.copyOf(literals);
    }

    Found(Threshold threshold, List<Literal> literals) {
        this(threshold, literals, null);
    }
}
