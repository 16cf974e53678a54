package org.lingqu.engine.text.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** What the names of HTML elements mean for reading. */
final class HtmlElements {

    private static final Map<String, Set<String>> NAMES = load();
    private static final Set<String> SILENT = names("silent");
    private static final Set<String> PARAGRAPHS = names("paragraph");
    private static final Set<String> BLOCKS = names("block");

    private static final int LONGEST_HINT = 120;

    private HtmlElements() {}

    /** The elements of one use, as {@code html-elements.tsv} lists them. */
    static Set<String> names(String use) {
        return Objects.requireNonNull(NAMES.get(use), use);
    }

    private static Map<String, Set<String>> load() {
        try (InputStream in = Objects.requireNonNull(
                HtmlElements.class.getResourceAsStream("html-elements.tsv"), "html-elements.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(row -> row[0], row -> Set.of(row[1].split(" ", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
