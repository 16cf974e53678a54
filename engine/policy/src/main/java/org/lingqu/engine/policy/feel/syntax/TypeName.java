package org.lingqu.engine.policy.feel.syntax;

import java.util.List;
import java.util.Map;

/** A type as it is written after {@code instance of} or in a parameter list. */
public sealed interface TypeName {

    /** A built-in type ({@code number}, {@code date and time}, {@code Any}) or one the model declares; may hold dots. */
    record Named(String name) implements TypeName {}

    /** {@code list<element>}. */
    record ListOf(TypeName element) implements TypeName {}

    /** {@code range<element>}. */
    record RangeOf(TypeName element) implements TypeName {}

    /** {@code context<a: string, b: number>}; the entries' order does not matter. */
    record ContextOf(Map<String, TypeName> entries) implements TypeName {
        public ContextOf {
            entries = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(entries));
        }
    }

    /** {@code function<string, number> -> string}. */
    record FunctionOf(List<TypeName> parameters, TypeName result) implements TypeName {
        public FunctionOf {
            parameters = List.copyOf(parameters);
        }
    }
}
