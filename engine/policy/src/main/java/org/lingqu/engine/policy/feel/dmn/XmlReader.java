package org.lingqu.engine.policy.feel.dmn;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML into {@link Element}s. Knows no entities, document types or references to other files. */
public final class XmlReader {

    private static final int DEEPEST = 500;

    private XmlReader() {}

    /** An element that is still open. */
    private record Open(String name, Map<String, String> attributes, List<Element> children, StringBuilder text) {
        Element close() {
            return new Element(name, attributes, children, text.toString());
        }
    }

    /**
     * The root element.
     *
     * @throws IOException if the stream cannot be read, or holds something else than XML of moderate depth
     */
    public static Element read(InputStream stream) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(stream);
            try {
                return root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException notXml) {
            throw new IOException("Not well-formed XML: " + notXml.getMessage(), notXml);
        }
    }

    private static Element root(XMLStreamReader reader) throws XMLStreamException, IOException {
        Deque<Open> open = new ArrayDeque<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > DEEPEST) {
                        throw new IOException("XML nests more than " + DEEPEST + " levels deep");
                    }
                    open.push(new Open(
                            reader.getLocalName(), attributes(reader), new ArrayList<>(), new StringBuilder()));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text().append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Element closed = open.pop().close();
                    if (open.isEmpty()) {
                        return closed;
                    }
                    open.peek().children().add(closed);
                }
                default -> {
                    // Comments, processing instructions and white space between elements say nothing.
                }
            }
        }
        throw new IOException("XML without an element");
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }
}
