package org.lingqu.registry.web;

import java.util.Map;

/**
 * What can be chosen from in the filters of a list, with how many enterprises have it.
 *
 * @param regions codes of GB/T 2260
 */
public record Facets(Map<String, Integer> regions, Map<String, Integer> parks, Map<String, Integer> titles) {

    static final Facets NONE = new Facets(Map.of(), Map.of(), Map.of());
}
