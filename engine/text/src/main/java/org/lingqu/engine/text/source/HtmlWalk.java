package org.lingqu.engine.text.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Walks over the elements of a page, without recursion, and ends a line where a browser would. */
final class HtmlWalk {

    private final String source;
    private final boolean skipHidden;
    private final LineBuilder out;
    private final Containers.Builder containers = new Containers.Builder();

    private final Deque<Box> boxes = new ArrayDeque<>();
    private final List<TableGrid> tables = new ArrayList<>();
    private int tableCount;
    private int links;
    private int preformatted;
    private int headingLevel;
    private int listItems;
    private int captions;
    private int paragraphs;
    private Markup.@Nullable Cell cell;
    private String paragraphHint = "";

    /** A block and what was true before it began. */
    private record Box(Element element, int container, String hint, Markup.@Nullable Cell cell) {}

    HtmlWalk(String source, CodePoints points, Limits limits, boolean skipHidden) {
        this.source = source;
        this.skipHidden = skipHidden;
        this.out = new LineBuilder(points, limits);
    }

    Containers containers() {
        return containers.build();
    }

    List<Line> lines(Document document) throws UnreadablePage {
        Node node = document;
        while (true) {
            boolean entered = enter(node);
            if (entered && node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            if (entered) {
                leave(node);
            }
            Node next = node.nextSibling();
            while (next == null) {
                Node parent = node.parent();
                if (parent == null) {
                    end();
                    return out.lines();
                }
                leave(parent);
                node = parent;
                next = node.nextSibling();
            }
            node = next;
        }
    }

    private boolean enter(Node node) throws UnreadablePage {
        return switch (node) {
            case TextNode text -> {
                words(text);
                yield true;
            }
            case Element element -> enter(element);
            default -> true;
        };
    }

    private boolean enter(Element element) throws UnreadablePage {
        if (HtmlElements.isSilent(element)
                || (skipHidden && HtmlElements.isHidden(element))
                || isFootnoteMark(element)) {
            return false;
        }
        switch (element.normalName()) {
            case "br" -> lineBreak();
            case "a" -> links += element.hasAttr("href") ? 1 : 0;
            case "tr" -> row(element);
            default -> {}
        }
        if (HtmlElements.isBlock(element)) {
            endUnlessInCell();
            open(element);
        } else if (HtmlElements.isParagraph(element)) {
            endUnlessInCell();
            paragraph(element, 1);
        }
        return true;
    }

    private void leave(Node node) throws UnreadablePage {
        if (!(node instanceof Element element)) {
            return;
        }
        if (element.nameIs("a")) {
            links -= element.hasAttr("href") ? 1 : 0;
        }
        if (HtmlElements.isBlock(element)) {
            close(element);
        } else if (HtmlElements.isParagraph(element)) {
            endUnlessInCell();
            paragraph(element, -1);
        }
    }

    private void open(Element element) {
        Box around = boxes.peek();
        int container = around == null ? 0 : around.container();
        String hint = around == null ? "" : around.hint();
        boolean isCell = element.nameIs("td") || element.nameIs("th");
        boxes.push(new Box(element, containers.add(container), joined(HtmlElements.hint(element), hint), cell));
        if (element.nameIs("table")) {
            tables.add(new TableGrid(++tableCount));
        } else if (isCell && !tables.isEmpty()) {
            Markup.Cell place = tables.getLast().nextCell(element);
            cell = CellShape.isData(element) ? place : null;
        } else if (isCell) {
            cell = null;
        }
    }

    private void close(Element element) throws UnreadablePage {
        boolean isCell = element.nameIs("td") || element.nameIs("th");
        if (isCell || cell == null) {
            end();
        }
        Box box = boxes.pop();
        cell = box.cell();
        if (element.nameIs("table")) {
            tables.removeLast();
        }
    }

    private void row(Element element) {
        if (!tables.isEmpty()) {
            Element around = element.parent();
            tables.getLast().nextRow(around != null && around.nameIs("thead"));
        }
    }

    private void paragraph(Element element, int step) {
        paragraphs += step;
        headingLevel = step > 0 ? HtmlElements.headingLevel(element) : 0;
        switch (element.normalName()) {
            case "li", "dd", "dt" -> listItems += step;
            case "figcaption", "caption" -> captions += step;
            case "pre" -> preformatted += step;
            default -> {}
        }
        paragraphHint = step > 0 ? HtmlElements.hint(element) : "";
    }

    /** One cell is one line, however many paragraphs somebody made of it. */
    private void endUnlessInCell() throws UnreadablePage {
        if (cell == null) {
            end();
        }
    }

    private void lineBreak() throws UnreadablePage {
        if (cell == null) {
            end();
        }
    }

    private void end() throws UnreadablePage {
        Box box = boxes.peek();
        String hint = joined(paragraphHint, box == null ? "" : box.hint());
        out.end(role(), headingLevel, cell, box == null ? 0 : box.container(), hint);
    }

    private Markup.Role role() {
        if (cell != null) {
            return Markup.Role.CELL;
        }
        if (headingLevel > 0) {
            return Markup.Role.HEADING;
        }
        if (captions > 0) {
            return Markup.Role.CAPTION;
        }
        if (listItems > 0) {
            return Markup.Role.LIST_ITEM;
        }
        return paragraphs > 0 ? Markup.Role.PARAGRAPH : Markup.Role.TEXT;
    }

    private void words(TextNode node) throws UnreadablePage {
        Range range = node.sourceRange();
        String words = node.getWholeText();
        if (words.isEmpty() || node instanceof CDataNode) {
            return;
        }
        int start = range.isTracked() ? range.startPos() : 0;
        int end = range.isTracked() ? range.endPos() : 0;
        if (preformatted == 0 || words.indexOf('\n') < 0) {
            out.append(SourceText.align(source, start, end, words), links > 0);
            return;
        }
        SourceText whole = SourceText.align(source, start, end, words);
        int from = 0;
        while (from < words.length()) {
            int to = words.indexOf('\n', from);
            to = to < 0 ? words.length() : to;
            out.append(whole.part(from, to), links > 0);
            if (to < words.length()) {
                end();
            }
            from = to + 1;
        }
    }

    /** {@code <sup>[1]</sup>} and the like point at a note; {@code m<sup>2</sup>} is a unit and stays. */
    private static boolean isFootnoteMark(Element element) {
        if (!element.nameIs("sup")) {
            return false;
        }
        String mark = element.text().strip();
        if (mark.isEmpty() || mark.length() > 6) {
            return false;
        }
        boolean bracketed = "[〔［(（【".indexOf(mark.charAt(0)) >= 0;
        return bracketed || element.selectFirst("a") != null;
    }

    private static String joined(String near, String far) {
        if (near.isEmpty()) {
            return far;
        }
        String both = far.isEmpty() ? near : near + " " + far;
        return both.length() > 240 ? both.substring(0, 240) : both;
    }
}
