package org.lingqu.engine.policy.feel.dmn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An XML element without its namespaces.
 *
 * @param name local name
 * @param text the characters directly inside, in one piece
 */
public record Element(String name, Map<String, String> attributes, List<Element> children, String text) {

    /** The attribute of that local name; empty where there is none. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The children of that name, in order. */
    public List<Element> children(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    /** The first child of that name. */
    public Optional<Element> child(String child) {
        return children.stream().filter(element -> element.name.equals(child)).findFirst();
    }

    /** The text of the first child of that name; null where there is none. */
    public @Nullable String childText(String child) {
        return child(child).map(Element::text).orElse(null);
    }
}
