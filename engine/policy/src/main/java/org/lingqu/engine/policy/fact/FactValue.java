package org.lingqu.engine.policy.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** A value held about a firm; what is not held is absent, never a special value. */
public sealed interface FactValue {

    /** Money in 元, a count or a ratio. */
    record Amount(BigDecimal value) implements FactValue {}

    record Day(LocalDate value) implements FactValue {}

    record Code(String value) implements FactValue {}

    record YesNo(boolean value) implements FactValue {}

    /** Several codes; an empty set is a value: known to have none. */
    record Codes(Set<String> values) implements FactValue {
        public Codes {
            values = java.util.Collections.unmodifiableSet(new TreeSet<>(values));
        }
    }

    record Words(String value) implements FactValue {}
}
