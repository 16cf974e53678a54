package org.lingqu.text.article;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.text.Article;
import org.lingqu.text.ArticleKind;
import org.lingqu.text.repair.RepairedPage;
import org.lingqu.text.source.DecodedPage;
import org.lingqu.text.source.Line;

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
        String text = String.join(
                "\n", passages.stream().map(p -> p.text().toString()).toList());
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
                text);
        return new ArticleReading(article, passages, List.of());
    }
}
