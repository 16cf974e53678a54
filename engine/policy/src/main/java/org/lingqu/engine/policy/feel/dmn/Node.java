package org.lingqu.engine.policy.feel.dmn;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A node of the decision requirements graph.
 *
 * @param requires references of what its logic may use
 * @param element where a decision service's parts are looked up
 */
public record Node(
        Model model,
        Kind kind,
        String id,
        String name,
        String typeRef,
        Boxed logic,
        List<String> requires,
        Element element) {

    private static final Set<String> FOREIGN = Set.of("Java", "PMML");
    private static final Pattern EXTERNAL = Pattern.compile("\\)\\s*external\\s*\\{");

    /** What a node is. */
    public enum Kind {
        INPUT_DATA,
        DECISION,
        KNOWLEDGE,
        SERVICE
    }

    static Node read(Model model, Kind kind, Element element, Boxed logic) {
        List<String> requires = Stream.of("informationRequirement", "knowledgeRequirement")
                .flatMap(requirement -> element.children(requirement).stream())
                .flatMap(requirement -> requirement.children().stream())
                .map(target -> target.attribute("href"))
                .toList();
        String name = element.attribute("name");
        String typeRef = element.child("variable").map(BoxedReader::typeRef).orElse("");
        String id = element.attribute("id").isEmpty() ? name : element.attribute("id");
        return new Node(model, kind, id, name, typeRef, logic, requires, element);
    }

    /** References in the children of that name: {@code outputDecision}, {@code inputData} and so on. */
    List<String> references(String child) {
        return element.children(child).stream()
                .map(target -> target.attribute("href"))
                .toList();
    }

    /** How many decisions a decision service puts out; 0 for other nodes. */
    public int outputs() {
        return references("outputDecision").size();
    }

    /** Whether this or something in the same model that it requires calls a function that is not written in FEEL. */
    public boolean usesForeignFunction() {
        return usesForeignFunction(new HashSet<>());
    }

    private boolean usesForeignFunction(Set<Node> seen) {
        return seen.add(this)
                && (isForeign(element)
                        || requires.stream()
                                .map(reference -> model.byId(reference.substring(reference.indexOf('#') + 1)))
                                .flatMap(Optional::stream)
                                .anyMatch(required -> required.usesForeignFunction(seen)));
    }

    private static boolean isForeign(Element part) {
        boolean here = switch (part.name()) {
            case "functionDefinition", "encapsulatedLogic" -> FOREIGN.contains(part.attribute("kind"));
            case "text" -> EXTERNAL.matcher(part.text()).find();
            default -> false;
        };
        return here || part.children().stream().anyMatch(Node::isForeign);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
