package org.lingqu.engine.text.article;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.repair.RepairedPage;
import org.lingqu.engine.text.source.DecodedPage;
import org.lingqu.engine.text.source.Line;
import org.lingqu.engine.text.trace.TracedText;

/**
 * Finds the article among the lines of a page: which lines are its body ({@link BodyFinder}), what it is called
 * ({@link TitleFinder}), and what stands around it ({@link Labels}, {@link Dates}, {@link Numbers}).
 */
public final class ArticleReader {

    private static final int LONGEST_OFFICE = 60;

    private final LineWords lexicon = new LineWords();
    private final Labels labels = new Labels();
    private final PersonLines people = new PersonLines();
    private final TitleFinder titles = new TitleFinder(new TitleWords(), people);
    private final Kinds kinds = new Kinds();

    /** Never throws, whatever the page holds. */
    public ArticleReading read(DecodedPage page, RepairedPage repaired) {
        List<Line> lines = repaired.lines();
        List<Sense> senses = lines.stream().map(line -> Sense.of(line, lexicon)).toList();
        Body body = BodyFinder.find(senses, page.containers(), people);
        var fields = new ArrayList<>(labels.read(lines, 0, body.start()));
        fields.addAll(labels.read(lines, body.end(), Math.min(lines.size(), body.end() + 30)));
        fields.addAll(labels.meta(lines));
        Title title = titles.find(senses, body, fields);
        var cuts = new Cuts(senses, body, title);
        Temporal published = Dates.published(senses, body, fields);
        DocumentNumber number = Numbers.find(senses, body, fields, title);
        var outline = new Outline(senses, body);
        var article = new Article(
                title == null ? null : title.words(),
                title == null ? null : title.span(),
                office(senses, fields),
                number == null ? null : number.number(),
                number == null ? null : number.suffix(),
                published,
                Dates.written(senses, body, fields),
                Dates.event(senses, body, published),
                ReprintChain.of(senses, body, fields),
                kinds.of(title, number != null, published != null),
                outline.entries(senses),
                bodySpans(senses, body),
                cuts.parts(),
                text(senses, body));
        return new ArticleReading(article, passages(senses, body, outline), cuts.warnings(published != null));
    }

    private static @Nullable Issuer office(List<Sense> senses, List<Field> fields) {
        for (Field field : fields) {
            if (field.name() == Field.Name.OFFICE && field.end() - field.start() <= LONGEST_OFFICE) {
                String name = senses.get(field.line()).text().substring(field.start(), field.end());
                return new Issuer(name, false, null);
            }
        }
        return null;
    }

    private static List<Passage> passages(List<Sense> senses, Body body, Outline outline) {
        var passages = new ArrayList<Passage>();
        for (int i = body.start(); i < body.end(); i++) {
            if (body.keeps(i)) {
                boolean between = i > body.start() && i + 1 < body.end() && isHeadingLike(senses, i);
                passages.add(passage(senses.get(i), outline, between));
            }
        }
        return passages;
    }

    /** A few words without a full stop between two paragraphs. */
    private static boolean isHeadingLike(List<Sense> senses, int i) {
        Sense sense = senses.get(i);
        return sense.length() <= 24
                && sense.length() >= 4
                && !sense.ended()
                && !sense.figure()
                && sense.words() == null
                && !sense.isSalutation()
                && senses.get(i - 1).prose()
                && senses.get(i - 1).ended()
                && senses.get(i + 1).prose();
    }

    private static Passage passage(Sense sense, Outline outline, boolean between) {
        TracedText text = sense.line().text();
        if (sense.markup().cell() != null) {
            return new Passage(text, Passage.Kind.CELL, 0, sense.markup().cell());
        }
        int level = outline.level(sense);
        if (level > 0 && sense.length() <= 60 && sentences(sense.squeezed()) <= 1) {
            return new Passage(text, Passage.Kind.HEADING, level, null);
        }
        int marked = sense.markup().headingLevel();
        return (marked > 0 && !sense.prose()) || between
                ? new Passage(text, Passage.Kind.HEADING, Math.max(1, marked), null)
                : new Passage(text, Passage.Kind.PARAGRAPH, 0, null);
    }

    private static int sentences(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += "。；！？".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return count;
    }

    /** One span for every run of lines that stand together. */
    private static List<Span> bodySpans(List<Sense> senses, Body body) {
        var spans = new ArrayList<Span>();
        boolean open = false;
        for (int i = body.start(); i < body.end(); i++) {
            if (!body.keeps(i)) {
                open = false;
                continue;
            }
            Span span = senses.get(i).line().text().span();
            Span last = open ? spans.getLast() : null;
            if (last != null && span.start() >= last.end()) {
                spans.set(spans.size() - 1, new Span(last.start(), span.end()));
            } else if (spans.isEmpty() || span.start() >= spans.getLast().end()) {
                spans.add(span);
            }
            open = true;
        }
        return spans;
    }

    private static TracedText text(List<Sense> senses, Body body) {
        var text = new TracedText.Builder();
        int end = 0;
        for (int i = body.start(); i < body.end(); i++) {
            if (body.keeps(i)) {
                TracedText line = senses.get(i).line().text();
                if (text.length() > 0) {
                    text.append("\n", new Span(end, end + 1));
                }
                text.append(line);
                end = line.span().end();
            }
        }
        return text.build();
    }
}
