package org.lingqu.engine.policy.feel.tck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lingqu.engine.policy.feel.dmn.Element;
import org.lingqu.engine.policy.feel.value.TemporalText;
import org.lingqu.engine.policy.feel.value.Value;

/** Test cases and their values from XML (the suite's testCases.xsd). */
final class TckReader {

    private static final Set<String> WRAPPERS = Set.of("value", "list", "component");

    private TckReader() {}

    static List<TckCase> cases(Element testCases) {
        return testCases.children("testCase").stream().map(TckReader::testCase).toList();
    }

    private static TckCase testCase(Element element) {
        Map<String, Value> inputs = new LinkedHashMap<>();
        element.children("inputNode").forEach(input -> inputs.put(input.attribute("name"), value(input)));
        List<TckCase.Expected> expected = element.children("resultNode").stream()
                .map(result -> new TckCase.Expected(
                        result.attribute("name"),
                        result.child("expected").map(TckReader::value).orElse(Value.Null.NULL)))
                .toList();
        return new TckCase(element.attribute("id"), element.attribute("invocableName"), inputs, expected);
    }

    /** The value that the children of {@code holder} describe. */
    private static Value value(Element holder) {
        List<Element> parts = holder.children().stream()
                .filter(child -> WRAPPERS.contains(child.name()))
                .toList();
        if (parts.isEmpty()) {
            return Value.Null.NULL;
        }
        Element first = parts.getFirst();
        return switch (first.name()) {
            case "value" -> simple(first);
            case "list" -> first.attribute("nil").equals("true") ? Value.Null.NULL : list(first);
            default -> context(parts);
        };
    }

    private static Value list(Element list) {
        List<Value> items = new ArrayList<>();
        list.children("item").forEach(item -> items.add(value(item)));
        return new Value.Items(items);
    }

    private static Value context(List<Element> components) {
        Map<String, Value> entries = new LinkedHashMap<>();
        components.forEach(component -> entries.put(component.attribute("name"), value(component)));
        return new Value.Context(entries);
    }

    private static Value simple(Element element) {
        if (element.attribute("nil").equals("true")) {
            return Value.Null.NULL;
        }
        String type = element.attribute("type");
        String text = element.text();
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "boolean" ->
                Value.of(text.strip().equals("true") || text.strip().equals("1"));
            case "decimal", "double", "integer", "int", "long", "float" -> number(text.strip());
            case "date" -> TemporalText.date(text.strip());
            case "time" -> TemporalText.time(text.strip());
            case "dateTime" -> TemporalText.dateTime(text.strip());
            case "duration" -> TemporalText.duration(text.strip());
            default -> Value.of(text);
        };
    }

    private static Value number(String text) {
        try {
            return new Value.Num(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Value.of(text);
        }
    }
}
