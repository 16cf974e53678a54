package org.lingqu.engine.policy.whatif;

import java.util.List;

/**
 * A threshold and the places that have to change together: a border of two bands stands in both.
 *
 * @param literals empty for a parameter, which is set by name
 */
record Found(Threshold threshold, List<Literal> literals) {
    Found {
        literals = List.copyOf(literals);
    }
}
