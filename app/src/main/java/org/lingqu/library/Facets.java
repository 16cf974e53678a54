package org.lingqu.library;

import java.util.Map;

/**
 * How many statements each further choice would leave.
 *
 * @param counts by field of the address ({@code kind}, {@code status}, {@code verdict}, {@code review}) and choice
 */
public record Facets(Map<String, Map<String, Integer>> counts) {

    /** How many; 0 for a choice that would leave none. */
    public int count(String field, Enum<?> choice) {
        return counts.getOrDefault(field, Map.of()).getOrDefault(choice.name(), 0);
    }
}
