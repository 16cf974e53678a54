package org.lingqu.engine.text.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.article.Passage;
import org.lingqu.engine.text.trace.TracedText;

/** Articles made of paragraphs and published on 8 May 2023, for tests; a paragraph that begins with # is a heading. */
final class Pages {

    private Pages() {}

    static ArticleReading of(String... paragraphs) {
        return by(null, paragraphs);
    }

    static ArticleReading by(@Nullable String issuer, String... paragraphs) {
        String file = String.join("\n", paragraphs);
        var passages = new ArrayList<Passage>();
        int at = 0;
        for (String paragraph : paragraphs) {
            boolean heading = paragraph.startsWith("#");
            int start = at + (heading ? 1 : 0);
            int end = at + paragraph.length();
            TracedText text = TracedText.ofFile(file, start, end, start);
            Passage.Kind kind = heading ? Passage.Kind.HEADING : Passage.Kind.PARAGRAPH;
            passages.add(new Passage(text, kind, heading ? 1 : 0, null));
            at = end + 1;
        }
        var spans = passages.stream().map(p -> p.text().span()).toList();
        var article = new Article(
                null,
                null,
                issuer == null ? null : new Issuer(issuer, false, null),
                null,
                null,
                LocalDate.of(2023, 5, 8),
                null,
                null,
                List.of(),
                ArticleKind.OTHER,
                List.of(),
                spans,
                List.of(),
                TracedText.ofFile(file));
        return new ArticleReading(article, passages, List.of());
    }
}
