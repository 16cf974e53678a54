package org.lingqu.engine.policy.feel.dmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.Feel;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Parsed;
import org.lingqu.engine.policy.feel.syntax.Quantifier;
import org.lingqu.engine.policy.feel.syntax.UnaryTests;

/** Boxed expressions from their elements. */
final class BoxedReader {

    private static final Set<String> EXPRESSIONS = Set.of(
            "literalExpression",
            "context",
            "invocation",
            "functionDefinition",
            "list",
            "relation",
            "conditional",
            "filter",
            "for",
            "some",
            "every",
            "decisionTable");

    private final Collection<String> names;

    /** @param names all names that occur in the model */
    BoxedReader(Collection<String> names) {
        this.names = names;
    }

    /** The boxed expression among the children of {@code parent}. */
    Boxed in(Element parent) {
        return parent.children().stream()
                .filter(child -> EXPRESSIONS.contains(child.name()))
                .findFirst()
                .map(this::read)
                .orElse(new Boxed.Nothing());
    }

    private Boxed inChild(Element parent, String child) {
        return parent.child(child).map(this::in).orElse(new Boxed.Nothing());
    }

    Boxed read(Element element) {
        Boxed plain = plain(element);
        String typeRef = typeRef(element);
        boolean typed = !typeRef.isEmpty() && !(plain instanceof Boxed.Function);
        return typed ? new Boxed.Typed(plain, typeRef) : plain;
    }

    private Boxed plain(Element element) {
        return switch (element.name()) {
            case "literalExpression" -> literal(element.childText("text"));
            case "context" ->
                new Boxed.Context(element.children("contextEntry").stream()
                        .map(this::entry)
                        .toList());
            case "invocation" ->
                new Boxed.Invocation(
                        in(element),
                        element.children("binding").stream().map(this::binding).toList());
            case "functionDefinition" -> function(element);
            case "list" ->
                new Boxed.Items(element.children().stream()
                        .filter(child -> EXPRESSIONS.contains(child.name()))
                        .map(this::read)
                        .toList());
            case "relation" -> relation(element);
            case "conditional" ->
                new Boxed.Conditional(inChild(element, "if"), inChild(element, "then"), inChild(element, "else"));
            case "filter" -> new Boxed.Filter(inChild(element, "in"), inChild(element, "match"));
            case "for" ->
                new Boxed.For(
                        element.attribute("iteratorVariable"), inChild(element, "in"), inChild(element, "return"));
            case "some" -> quantified(Quantifier.SOME, element);
            case "every" -> quantified(Quantifier.EVERY, element);
            case "decisionTable" -> table(element);
            default -> new Boxed.Nothing();
        };
    }

    private Boxed quantified(Quantifier quantifier, Element element) {
        return new Boxed.Quantified(
                quantifier,
                element.attribute("iteratorVariable"),
                inChild(element, "in"),
                inChild(element, "satisfies"));
    }

    Boxed literal(@Nullable String text) {
        return text == null || text.isBlank() ? new Boxed.Nothing() : new Boxed.Literal(expression(text));
    }

    private Optional<Expression> expression(String text) {
        return switch (Feel.parse(text, names)) {
            case Parsed.Tree<Expression>(Expression tree) -> Optional.of(tree);
            case Parsed.Broken<Expression> ignored -> Optional.empty();
        };
    }

    Optional<UnaryTests> tests(String text) {
        if (text.isBlank()) {
            return Optional.of(new UnaryTests(List.of(), false));
        }
        return switch (Feel.parseUnaryTests(text, names)) {
            case Parsed.Tree<UnaryTests>(UnaryTests tree) -> Optional.of(tree);
            case Parsed.Broken<UnaryTests> ignored -> Optional.empty();
        };
    }

    /** An attribute in DMN 1.1 to 1.5, an element in some tools' files. */
    static String typeRef(Element element) {
        String attribute = element.attribute("typeRef");
        String child = element.childText("typeRef");
        String typeRef = attribute.isEmpty() && child != null ? child.strip() : attribute;
        return typeRef.equals("Any") ? "" : typeRef;
    }

    private Boxed.Entry entry(Element element) {
        Optional<Element> variable = element.child("variable");
        return new Boxed.Entry(
                variable.map(declared -> declared.attribute("name")).orElse(""),
                variable.map(BoxedReader::typeRef).orElse(""),
                in(element));
    }

    private Boxed.Entry binding(Element element) {
        String parameter = element.child("parameter")
                .map(declared -> declared.attribute("name"))
                .orElse("");
        return new Boxed.Entry(
                parameter, element.child("parameter").map(BoxedReader::typeRef).orElse(""), in(element));
    }

    Boxed.Function function(Element element) {
        List<Boxed.Parameter> parameters = element.children("formalParameter").stream()
                .map(parameter -> new Boxed.Parameter(parameter.attribute("name"), typeRef(parameter)))
                .toList();
        String kind = element.attribute("kind");
        return new Boxed.Function(
                parameters, in(element), kind.isEmpty() || kind.equalsIgnoreCase("FEEL"), typeRef(element));
    }

    private Boxed relation(Element element) {
        return new Boxed.Relation(
                element.children("column").stream()
                        .map(column -> column.attribute("name"))
                        .toList(),
                element.children("row").stream()
                        .map(row -> row.children().stream()
                                .filter(child -> EXPRESSIONS.contains(child.name()))
                                .map(this::read)
                                .toList())
                        .toList());
    }

    private Boxed table(Element element) {
        List<Boxed.Output> outputs = new ArrayList<>();
        for (Element output : element.children("output")) {
            outputs.add(output(output));
        }
        return new Boxed.Table(
                hitPolicy(element.attribute("hitPolicy")),
                aggregation(element.attribute("aggregation")),
                element.children("input").stream().map(this::input).toList(),
                outputs,
                element.children("rule").stream().map(this::rule).toList());
    }

    private static Boxed.HitPolicy hitPolicy(String name) {
        return switch (name) {
            case "FIRST" -> Boxed.HitPolicy.FIRST;
            case "PRIORITY" -> Boxed.HitPolicy.PRIORITY;
            case "ANY" -> Boxed.HitPolicy.ANY;
            case "COLLECT" -> Boxed.HitPolicy.COLLECT;
            case "RULE ORDER" -> Boxed.HitPolicy.RULE_ORDER;
            case "OUTPUT ORDER" -> Boxed.HitPolicy.OUTPUT_ORDER;
            default -> Boxed.HitPolicy.UNIQUE;
        };
    }

    private static Boxed.Aggregation aggregation(String name) {
        return switch (name) {
            case "SUM" -> Boxed.Aggregation.SUM;
            case "COUNT" -> Boxed.Aggregation.COUNT;
            case "MIN" -> Boxed.Aggregation.MIN;
            case "MAX" -> Boxed.Aggregation.MAX;
            default -> Boxed.Aggregation.NONE;
        };
    }

    private Boxed.Input input(Element element) {
        Element expression = element.child("inputExpression").orElse(element);
        UnaryTests allowed = element.child("inputValues")
                .map(values -> values.childText("text"))
                .flatMap(this::tests)
                .orElse(null);
        return new Boxed.Input(literal(expression.childText("text")), typeRef(expression), allowed);
    }

    private Boxed.Output output(Element element) {
        List<Expression> priorities = element.child("outputValues")
                .map(values -> values.childText("text"))
                .flatMap(this::tests)
                .map(UnaryTests::tests)
                .orElse(List.of());
        Boxed standard = element.child("defaultOutputEntry")
                .map(entry -> literal(entry.childText("text")))
                .orElse(null);
        return new Boxed.Output(element.attribute("name"), typeRef(element), priorities, standard);
    }

    private Boxed.Rule rule(Element element) {
        List<Optional<UnaryTests>> conditions = element.children("inputEntry").stream()
                .map(entry -> {
                    String text = entry.childText("text");
                    return tests(text == null ? "" : text);
                })
                .toList();
        List<Boxed> results = element.children("outputEntry").stream()
                .map(entry -> literal(entry.childText("text")))
                .toList();
        return new Boxed.Rule(conditions, results);
    }
}
