package org.lingqu.engine.text.suspicion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.CutPart;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.repair.RepairedPage;
import org.lingqu.engine.text.source.DecodedPage;

/**
 * What a reader should be warned of on one page, found before the article is: {@link SplicedWords} so that the article comes
 * out without them, {@link Masking} so that nothing leaves with somebody's number in it.
 *
 * @param spliced words that do not belong there
 * @param masking personal data
 */
public record Suspicions(SplicedWords spliced, Masking masking) {

    /** Looks through a page. Never throws. */
    public static Suspicions of(DecodedPage source, RepairedPage page) {
        return new Suspicions(SplicedWords.find(source, page), Masking.of(source, page));
    }

    /** All of them, in no particular order. */
    public List<Warning> warnings() {
        var warnings = new ArrayList<>(spliced.warnings());
        warnings.addAll(masking.warnings());
        return warnings;
    }

    /** The reading with the spliced words among what was cut. */
    public ArticleReading complete(ArticleReading reading) {
        if (spliced.words().isEmpty()) {
            return reading;
        }
        Article article = reading.article();
        var cut = new ArrayList<>(article.cut());
        for (Span word : spliced.words()) {
            cut.add(new CutPart(CutPart.Why.SPAM, word));
        }
        cut.sort(Comparator.comparingInt(c -> c.span().start()));
        return new ArticleReading(article.with(cut), reading.passages(), reading.warnings());
    }
}
