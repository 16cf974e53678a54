package org.lingqu.engine.policy.dmn;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.feel.syntax.Printer;
import org.lingqu.engine.policy.pack.Policy;

/** Writes a model as the standard's XML (DMN 1.5, formal/2024-08-01, clause 12). The same model gives the same bytes. */
final class DmnXml {

    private static final String MODEL = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    private static final String FEEL = "https://www.omg.org/spec/DMN/20230324/FEEL/";

    private final DmnModel model;
    private final XMLStreamWriter xml;
    private final Map<String, String> ids = new HashMap<>();
    private int depth;

    private DmnXml(DmnModel model, XMLStreamWriter xml) {
        this.model = model;
        this.xml = xml;
    }

    static String of(DmnModel model) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new DmnXml(model, xml).definitions();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A string cannot be written to", impossible);
        }
        return text.toString();
    }

    private void definitions() throws XMLStreamException {
        Policy policy = model.policy();
        xml.writeStartDocument("UTF-8", "1.0");
        begin("definitions");
        xml.writeDefaultNamespace(MODEL);
        attribute("id", "lingqu_" + Words.word(policy.fullName()));
        attribute("name", policy.title() + " " + policy.version());
        attribute("namespace", "urn:lingqu:policy:" + policy.id() + ":" + Words.word(policy.version()));
        attribute("expressionLanguage", FEEL);
        attribute("exporter", "Lingqu");
        text("description", description(policy));
        for (DmnType type : DmnType.values()) {
            item(type);
        }
        for (DmnInput input : model.inputs()) {
            input(input);
        }
        for (DmnDecision decision : model.decisions()) {
            decision(decision);
        }
        annotations();
        end();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private static String description(Policy policy) {
        var validity = policy.validity();
        return policy.title() + "（" + policy.english() + "）\n" + policy.fullName() + "，" + policy.document() + "，"
                + String.join("、", policy.issuers()) + "\n有效期 " + validity.from() + " 至 "
                + (validity.to() == null ? "未定" : validity.to())
                + "\n每个输入都要给出；没有数据时给 null，null 表示未知，从不等于零或否。";
    }

    private void item(DmnType type) throws XMLStreamException {
        if (type == DmnType.POINTS) {
            begin("itemDefinition");
            attribute("name", type.reference());
            text("description", type.meaning());
            for (String end : List.of("low", "high")) {
                begin("itemComponent");
                attribute("name", end);
                text("typeRef", "number");
                end();
            }
            end();
        } else if (!type.base().isEmpty()) {
            begin("itemDefinition");
            attribute("name", type.reference());
            if (type == DmnType.CODES) {
                attribute("isCollection", "true");
            }
            text("description", type.meaning());
            text("typeRef", type.base());
            if (type == DmnType.FINDING) {
                begin("allowedValues");
                text(
                        "text",
                        String.join(
                                ", ",
                                Arrays.stream(Finding.Kind.values())
                                        .map(kind -> '"' + kind.word() + '"')
                                        .toList()));
                end();
            }
            end();
        }
    }

    private void input(DmnInput input) throws XMLStreamException {
        begin("inputData");
        named(input.name(), input.label(), "i" + (ids.size() + 1));
        text("description", input.description());
        variable(input.name(), input.type());
        end();
    }

    private void decision(DmnDecision decision) throws XMLStreamException {
        begin("decision");
        named(decision.name(), decision.label(), "d" + (ids.size() + 1));
        text("description", decision.description());
        variable(decision.name(), decision.type());
        for (String required : decision.requires()) {
            begin("informationRequirement");
            String id = ids.getOrDefault(required, "");
            empty(id.startsWith("i") ? "requiredInput" : "requiredDecision");
            attribute("href", "#" + id);
            end();
        }
        begin("literalExpression");
        text("text", Printer.print(decision.logic()));
        end();
        end();
    }

    private void named(String name, String label, String id) throws XMLStreamException {
        ids.put(name, id);
        attribute("id", id);
        attribute("name", name);
        attribute("label", label);
    }

    private void variable(String name, DmnType type) throws XMLStreamException {
        empty("variable");
        attribute("name", name);
        attribute("typeRef", type.reference());
    }

    /** What the model does not say, and what is no decision: for people. */
    private void annotations() throws XMLStreamException {
        Policy policy = model.policy();
        List<String> texts = new ArrayList<>(model.notes());
        if (!policy.window().note().isEmpty()) {
            texts.add("申报时间：" + policy.window().note());
        }
        if (!policy.materials().isEmpty()) {
            texts.add("材料：" + String.join("、", policy.materials()));
        }
        policy.notes().forEach(note -> texts.add("说明：" + note));
        for (int i = 0; i < texts.size(); i++) {
            begin("textAnnotation");
            attribute("id", "a" + (i + 1));
            text("text", texts.get(i));
            end();
        }
    }

    private void begin(String element) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(element);
        depth++;
    }

    private void empty(String element) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEmptyElement(element);
    }

    private void end() throws XMLStreamException {
        depth--;
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    private void text(String element, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            begin(element);
            xml.writeCharacters(text);
            depth--;
            xml.writeEndElement();
        }
    }
}
