package org.lingqu.engine.text.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.trace.TracedText;

/** HTML becomes lines that know where in the source each of their characters stands. */
final class HtmlDecoder {

    private static final int LONGEST_META = 400;

    private final String source;
    private final CodePoints points;
    private final Limits limits;

    private HtmlDecoder(String source, Limits limits) {
        this.source = source;
        this.points = new CodePoints(source);
        this.limits = limits;
    }

    static DecodedPage decode(String source, String charset, Limits limits, List<Warning> warnings)
            throws UnreadablePage {
        limits.checkTags(source);
        return new HtmlDecoder(source, limits).decode(charset, warnings);
    }

    private DecodedPage decode(String charset, List<Warning> warnings) throws UnreadablePage {
        Document document = Parser.htmlParser().setTrackPosition(true).parseInput(source, "");
        var lines = new ArrayList<Line>();
        head(document, lines);
        var walk = new HtmlWalk(source, points, limits, true);
        List<Line> seen = walk.lines(document);
        if (length(seen) < 100) { // everything hidden until a script has run: read it all the same
            var again = new HtmlWalk(source, points, limits, false);
            List<Line> all = again.lines(document);
            if (length(all) > 2 * length(seen)) {
                walk = again;
                seen = all;
            }
        }
        lines.addAll(seen);
        return new DecodedPage(source, charset, DecodedPage.Format.HTML, lines, walk.containers(), warnings);
    }

    private static int length(List<Line> lines) {
        return lines.stream().mapToInt(line -> line.text().length()).sum();
    }

    private void head(Document document, List<Line> lines) {
        Element title = document.selectFirst("title");
        if (title != null && title.childNodeSize() > 0) {
            Range range = title.childNode(0).sourceRange();
            add(lines, Markup.Role.DOCUMENT_TITLE, range, title.wholeText(), "title");
        }
        for (Element meta : document.select("meta[content]")) {
            String name = meta.hasAttr("name") ? meta.attr("name") : meta.attr("property");
            String content = meta.attr("content");
            if (!name.isBlank() && !content.isBlank() && content.length() <= LONGEST_META) {
                Range range = meta.attributes().sourceRange("content").valueRange();
                add(lines, Markup.Role.META, range, content, name.strip().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void add(List<Line> lines, Markup.Role role, Range range, String words, String hint) {
        if (!range.isTracked()) {
            return;
        }
        SourceText text = SourceText.align(source, range.startPos(), range.endPos(), words);
        var traced = new TracedText.Builder(words.length());
        for (int i = 0; i < words.length(); i++) {
            int from = points.before(text.at[i]);
            char c = words.charAt(i);
            boolean layout = c == '\n' || c == '\r' || c == '\t';
            traced.append(layout ? ' ' : c, from, Math.max(from + 1, points.before(text.to[i])));
        }
        TracedText line = traced.build().strip();
        if (!line.isEmpty()) {
            lines.add(new Line(line, new Markup(role, 0, 0, null, 0, hint)));
        }
    }
}
