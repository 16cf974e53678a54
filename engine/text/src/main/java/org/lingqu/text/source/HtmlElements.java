package org.lingqu.text.source;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the names of HTML elements mean for reading. */
final class HtmlElements {

    private static final Set<String> SILENT = Set.of(
            "script", "style", "noscript", "template", "iframe", "frame", "object", "embed", "svg", "math", "select",
            "datalist", "button", "textarea", "canvas", "audio", "video", "map", "input", "rt", "rp", "applet", "title",
            "head", "colgroup", "noframes");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "figcaption", "caption", "pre", "tr", "tbody",
            "thead", "tfoot", "legend", "summary", "address", "option", "hr");
    private static final Set<String> BLOCKS = Set.of(
            "html", "body", "div", "section", "article", "main", "header", "footer", "nav", "aside", "table", "ul", "ol",
            "dl", "blockquote", "form", "fieldset", "figure", "center", "details", "td", "th", "menu", "frameset",
            "hgroup", "dir", "dialog", "listing", "search");

    private static final int LONGEST_HINT = 120;

    private HtmlElements() {}

    /** Nothing in it is read as the page's words. */
    static boolean isSilent(Element element) {
        return SILENT.contains(element.normalName());
    }

    /** It stands on lines of its own but is no box for others. */
    static boolean isParagraph(Element element) {
        return PARAGRAPHS.contains(element.normalName());
    }

    /** It stands on lines of its own and holds others. */
    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    /** 1 to 6, 0 for what is no heading. */
    static int headingLevel(Element element) {
        String name = element.normalName();
        boolean heading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
        return heading ? name.charAt(1) - '0' : 0;
    }

    /** {@code display:none} and the like. Invisibility alone does not count: pages use it until a script has run. */
    static boolean isHidden(Element element) {
        if (element.hasAttr("hidden")) {
            return true;
        }
        String style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        String squeezed = squeeze(style);
        return squeezed.contains("display:none")
                || squeezed.contains("font-size:0;")
                || squeezed.endsWith("font-size:0")
                || squeezed.contains("text-indent:-9")
                || squeezed.contains("left:-9")
                || squeezed.contains("top:-9");
    }

    private static String squeeze(String style) {
        var out = new StringBuilder(Math.min(style.length(), 512));
        for (int i = 0; i < style.length() && out.length() < 512; i++) {
            if (style.charAt(i) > ' ') {
                out.append(style.charAt(i));
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** Class and id, lower case. */
    static String hint(Element element) {
        String name = element.attr("class") + " " + element.id();
        String hint = name.strip().toLowerCase(Locale.ROOT);
        return hint.length() > LONGEST_HINT ? hint.substring(0, LONGEST_HINT) : hint;
    }
}
