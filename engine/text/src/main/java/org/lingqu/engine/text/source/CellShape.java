package org.lingqu.engine.text.source;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Tells cells that hold a datum from cells that somebody laid a page out with. */
@SuppressWarnings("ReferenceEquality") // nodes of one tree: the same node is meant, not an equal one
final class CellShape {

    private static final int MOST_NODES = 120;
    private static final int MOST_WORDS = 150;
    private static final int MOST_PARAGRAPHS = 6;

    private CellShape() {}

    /** It holds few words and no other blocks. */
    static boolean isData(Element cell) {
        int nodes = 0;
        int words = 0;
        int paragraphs = 0;
        Node node = cell;
        while (true) {
            if (node != cell && node instanceof Element element) {
                if (HtmlElements.isBlock(element) && !element.nameIs("div") && !element.nameIs("center")) {
                    return false;
                }
                paragraphs +=
                        HtmlElements.isParagraph(element) || element.nameIs("div") || element.nameIs("br") ? 1 : 0;
            } else if (node instanceof TextNode text) {
                words += text.getWholeText().length();
            }
            if (++nodes > MOST_NODES || words > MOST_WORDS * 8 || paragraphs > MOST_PARAGRAPHS) {
                return false;
            }
            Node next = following(node, cell);
            if (next == null) {
                return words <= MOST_WORDS || paragraphs <= 1;
            }
            node = next;
        }
    }

    private static @Nullable Node following(Node from, Node within) {
        if (from.childNodeSize() > 0) {
            return from.childNode(0);
        }
        Node node = from;
        while (node != within) {
            Node sibling = node.nextSibling();
            if (sibling != null) {
                return sibling;
            }
            Node parent = node.parent();
            if (parent == null) {
                return null;
            }
            node = parent;
        }
        return null;
    }
}
