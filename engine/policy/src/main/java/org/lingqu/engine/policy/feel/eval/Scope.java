package org.lingqu.engine.policy.feel.eval;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.value.Value;

/** Values by name; an inner scope hides what the outer one calls by the same name. */
public interface Scope {

    /** No names at all. */
    Scope EMPTY = name -> null;

    /** The value of that name; null if nothing is called so. */
    @Nullable Value find(String name);

    /** A scope within this one. {@code values} may grow while it is in use. */
    default Scope with(Map<String, Value> values) {
        return name -> {
            Value value = values.get(name);
            return value == null ? find(name) : value;
        };
    }

    /** A scope within this one that has one name more. */
    default Scope with(String variable, Value value) {
        return name -> name.equals(variable) ? value : find(name);
    }
}
