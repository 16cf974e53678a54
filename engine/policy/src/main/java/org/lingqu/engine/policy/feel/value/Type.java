package org.lingqu.engine.policy.feel.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A type of FEEL (DMN 1.5, 10.3.2.9). */
public sealed interface Type {

    /** What every value is. */
    Type ANY = new Any();

    /** Every value, null included. */
    record Any() implements Type {}

    /** The types without parameters. */
    enum Simple implements Type {
        NULL,
        NUMBER,
        STRING,
        BOOLEAN,
        DATE,
        TIME,
        DATE_AND_TIME,
        DAYS_AND_TIME_DURATION,
        YEARS_AND_MONTHS_DURATION
    }

    /** {@code list<element>}. */
    record ListOf(Type element) implements Type {}

    /** {@code range<element>}. */
    record RangeOf(Type element) implements Type {}

    /** A context that has at least these entries. */
    record ContextOf(Map<String, Type> entries) implements Type {
        public ContextOf {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** A function. */
    record FunctionOf(List<Type> parameters, Type result) implements Type {
        public FunctionOf {
            parameters = List.copyOf(parameters);
        }
    }

    /** A type with allowed values. */
    record Constrained(Type base, Predicate<Value> allowed) implements Type {}

    /** A name that stands for no type: nothing is of it. */
    record Unknown(String name) implements Type {}
}
