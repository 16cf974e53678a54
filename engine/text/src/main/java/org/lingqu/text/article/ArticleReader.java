package org.lingqu.text.article;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.text.Article;
import org.lingqu.text.ArticleKind;
import org.lingqu.text.repair.RepairedPage;
import org.lingqu.text.source.DecodedPage;
import org.lingqu.text.source.Line;
import org.lingqu.text.trace.TracedText;

/** Finds the article among the lines of a page. */
public final class ArticleReader {

    /** Never throws, whatever the page holds. */
    public ArticleReading read(DecodedPage page, RepairedPage repaired) {
        var passages = new ArrayList<Passage>();
        for (Line line : repaired.lines()) {
            passages.add(new Passage(
                    line.text(), Passage.Kind.PARAGRAPH, 0, line.markup().cell()));
        }
        var spans = passages.stream().map(p -> p.text().span()).toList();
        var text = new TracedText.Builder();
        for (Passage passage : passages) {
            if (text.length() > 0) {
                int place = passage.text().from(0);
                text.append('\n', place, place);
            }
            text.append(passage.text());
        }
        var article = new Article(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                ArticleKind.OTHER,
                List.of(),
                spans,
                List.of(),
                text.build());
        return new ArticleReading(article, passages, List.of());
    }
}
