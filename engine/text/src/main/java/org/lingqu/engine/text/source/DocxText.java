package org.lingqu.engine.text.source;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The main part of a Word document, read as a stream. No entity is ever resolved. */
final class DocxText {

    private static final int DEEPEST = 2_000;

    private final Limits limits;
    private final ExtractedText out;
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder cellText = new StringBuilder();
    private final Deque<Table> tables = new ArrayDeque<>();
    private int tableCount;
    private int headingLevel;
    private boolean inText;
    private int fallbacks;

    /** Where in a table reading stands. */
    private static final class Table {
        final int number;
        int row = -1;
        int column;
        int span = 1;
        boolean header;

        Table(int number) {
            this.number = number;
        }
    }

    DocxText(Limits limits) {
        this.limits = limits;
        this.out = new ExtractedText(limits);
    }

    DecodedPage read(byte[] xml) throws XMLStreamException, UnreadablePage {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw Limits.tooLarge("nested elements", depth, DEEPEST);
                    }
                    start(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    end(reader.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (inText && fallbacks == 0) {
                        paragraph.append(reader.getText());
                        limits.checkCharacters(paragraph.length());
                    }
                }
                default -> {}
            }
        }
        return out.page(DecodedPage.Format.DOCX);
    }

    private void start(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "t" -> inText = true;
            case "tab" -> paragraph.append(paragraph.isEmpty() ? "" : "\t");
            case "noBreakHyphen" -> paragraph.append('-');
            case "Fallback" -> fallbacks++;
            case "pStyle" -> headingLevel = Math.max(headingLevel, styleLevel(value(reader)));
            case "outlineLvl" -> headingLevel = Math.max(headingLevel, level(value(reader), 1));
            case "tbl" -> tables.push(new Table(++tableCount));
            case "tr" -> row();
            case "gridSpan" -> span(value(reader));
            case "tblHeader" -> header();
            default -> {}
        }
    }

    private void end(String name) throws UnreadablePage {
        switch (name) {
            case "t" -> inText = false;
            case "Fallback" -> fallbacks--;
            case "br", "cr" -> lineBreak();
            case "p" -> endParagraph();
            case "tc" -> endCell();
            case "tbl" -> {
                if (!tables.isEmpty()) {
                    tables.pop();
                }
            }
            default -> {}
        }
    }

    private void row() {
        Table table = tables.peek();
        if (table != null) {
            table.row++;
            table.column = 0;
            table.header = false;
        }
    }

    private void header() {
        Table table = tables.peek();
        if (table != null) {
            table.header = true;
        }
    }

    private void span(@Nullable String value) {
        Table table = tables.peek();
        if (table != null) {
            table.span = Math.max(1, level(value, 0));
        }
    }

    private void lineBreak() throws UnreadablePage {
        if (fallbacks == 0 && tables.isEmpty()) {
            int heading = headingLevel;
            endParagraph();
            headingLevel = heading;
        }
    }

    private void endParagraph() throws UnreadablePage {
        if (tables.isEmpty()) {
            Markup.Role role = headingLevel > 0 ? Markup.Role.HEADING : Markup.Role.PARAGRAPH;
            out.add(paragraph, new Markup(role, headingLevel, 0, null, 0, ""));
        } else {
            cellText.append(paragraph);
            limits.checkCharacters(cellText.length());
        }
        paragraph.setLength(0);
        headingLevel = 0;
    }

    private void endCell() throws UnreadablePage {
        Table table = tables.peek();
        if (table == null) {
            return;
        }
        var cell = new Markup.Cell(table.number, Math.max(0, table.row), table.column, table.span, table.header);
        out.add(cellText, new Markup(Markup.Role.CELL, 0, 0, cell, 0, ""));
        cellText.setLength(0);
        table.column += table.span;
        table.span = 1;
    }

    private static @Nullable String value(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("val")) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Word names heading styles {@code Heading1}, {@code heading 1} or, in Chinese versions, plainly {@code 1}. */
    private static int styleLevel(@Nullable String style) {
        if (style == null || style.isEmpty()) {
            return 0;
        }
        boolean named = style.regionMatches(true, 0, "heading", 0, 7) || style.startsWith("标题") || style.length() == 1;
        int last = style.charAt(style.length() - 1) - '0';
        return named && last >= 1 && last <= 6 ? last : 0;
    }

    private static int level(@Nullable String value, int add) {
        if (value == null || value.isEmpty() || value.length() > 3) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return Math.min(number + add, add > 0 ? 9 : 63) % (add > 0 ? 10 : 64);
    }
}
