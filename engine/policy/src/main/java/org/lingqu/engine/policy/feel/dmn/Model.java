package org.lingqu.engine.policy.feel.dmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One DMN file: its types and the nodes of its decision requirements graph. */
public final class Model {

    private static final Set<String> NAMED = Set.of(
            "decision",
            "inputData",
            "businessKnowledgeModel",
            "decisionService",
            "variable",
            "itemComponent",
            "itemDefinition",
            "formalParameter",
            "parameter",
            "output",
            "column",
            "import");

    private final String name;
    private final String namespace;
    private final Map<String, String> imports = new LinkedHashMap<>();
    private final Map<String, Element> itemDefinitions = new LinkedHashMap<>();
    private final Map<String, Node> byId = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();

    private Model(Element definitions) {
        this.name = definitions.attribute("name");
        this.namespace = definitions.attribute("namespace");
        collectNames(definitions);
    }

    /** Reads a model whose root element is {@code definitions}; {@code others} are the models it may import. */
    public static Model of(Element definitions, Collection<Model> others) {
        Model model = new Model(definitions);
        for (Element imported : definitions.children("import")) {
            model.imports.put(imported.attribute("name"), imported.attribute("namespace"));
            others.stream()
                    .filter(other -> other.namespace.equals(imported.attribute("namespace")))
                    .forEach(other -> model.names.addAll(other.names));
        }
        definitions.children("itemDefinition").forEach(item -> model.itemDefinitions.put(item.attribute("name"), item));
        BoxedReader reader = new BoxedReader(model.names);
        definitions.children().forEach(element -> model.addNode(element, reader));
        return model;
    }

    private void collectNames(Element element) {
        if (NAMED.contains(element.name())) {
            names.add(element.attribute("name"));
        }
        if (!element.attribute("iteratorVariable").isEmpty()) {
            names.add(element.attribute("iteratorVariable"));
        }
        element.children().forEach(this::collectNames);
    }

    private void addNode(Element element, BoxedReader reader) {
        Node node = switch (element.name()) {
            case "inputData" -> Node.read(this, Node.Kind.INPUT_DATA, element, new Boxed.Nothing());
            case "decision" -> Node.read(this, Node.Kind.DECISION, element, reader.in(element));
            case "businessKnowledgeModel" ->
                Node.read(
                        this,
                        Node.Kind.KNOWLEDGE,
                        element,
                        element.child("encapsulatedLogic")
                                .map(reader::function)
                                .<Boxed>map(function -> function)
                                .orElse(new Boxed.Nothing()));
            case "decisionService" -> Node.read(this, Node.Kind.SERVICE, element, new Boxed.Nothing());
            default -> null;
        };
        if (node != null) {
            byId.put(node.id(), node);
        }
    }

    /** The name in the file. */
    public String name() {
        return name;
    }

    /** What other models import it by. */
    public String namespace() {
        return namespace;
    }

    /** Namespaces of imported models by the name they go under here, which may be empty. */
    public Map<String, String> imports() {
        return imports;
    }

    /** All names in the model, for reading expressions. */
    Set<String> names() {
        return names;
    }

    Map<String, Element> itemDefinitions() {
        return itemDefinitions;
    }

    /** The node with that id. */
    Optional<Node> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All nodes in the order of the file. */
    public List<Node> nodes() {
        return new ArrayList<>(byId.values());
    }

    /** The node with that name and of one of these kinds. */
    public Optional<Node> byName(String wanted, Set<Node.Kind> kinds) {
        return byId.values().stream()
                .filter(node -> node.name().equals(wanted) && kinds.contains(node.kind()))
                .findFirst();
    }
}
