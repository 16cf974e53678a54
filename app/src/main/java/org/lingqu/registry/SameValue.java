package org.lingqu.registry;

import org.lingqu.engine.policy.fact.FactValue;

/** Whether two values are the same value; 1.50 is 1.5. */
final class SameValue {

    private SameValue() {}

    static boolean same(FactValue one, FactValue other) {
        return (one instanceof FactValue.Amount(var left) && other instanceof FactValue.Amount(var right))
                ? left.compareTo(right) == 0
                : one.equals(other);
    }
}
