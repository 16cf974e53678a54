package org.lingqu.engine.text.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.article.Passage;
import org.lingqu.engine.text.trace.TracedText;

/** A page of one paragraph and the statements a reader found in it, for tests. */
final class Said {

    private final String page;
    private final List<Statement> statements = new ArrayList<>();

    Said(String page) {
        this.page = page;
    }

    /** What a statement holds beside its words. */
    record Figures(
            String indicator,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable BigDecimal share,
            @Nullable BigDecimal growth,
            @Nullable BigDecimal from,
            @Nullable BigDecimal delta,
            @Nullable String ratio,
            @Nullable String period,
            Statement.@Nullable Approximation approx) {

        static Figures of(String indicator, String value, String unit, String period) {
            return new Figures(indicator, new BigDecimal(value), unit, null, null, null, null, null, period, null);
        }

        Figures growing(String percent) {
            return new Figures(
                    indicator, value, unit, share, new BigDecimal(percent), from, delta, ratio, period, approx);
        }

        Figures sharing(String percent) {
            return new Figures(
                    indicator, value, unit, new BigDecimal(percent), growth, from, delta, ratio, period, approx);
        }

        Figures about() {
            var about = Statement.Approximation.ABOUT;
            return new Figures(indicator, value, unit, share, growth, from, delta, ratio, period, about);
        }
    }

    Said that(String quote, Figures f) {
        int start = page.indexOf(quote);
        var delta = f.delta() == null ? List.<Statement.Delta>of() : List.of(new Statement.Delta(f.delta(), "百分点"));
        statements.add(new Statement(
                new Span(start, start + quote.length()),
                quote,
                Statement.Kind.STAT,
                "福建省",
                "350000",
                Statement.RegionFrom.SENTENCE,
                f.indicator(),
                f.value(),
                null,
                f.unit(),
                f.ratio(),
                f.approx(),
                f.period(),
                f.growth(),
                f.growth() == null || f.from() != null ? null : "yoy",
                null,
                f.share(),
                null,
                f.from(),
                delta,
                Statement.Status.ACTUAL,
                null,
                List.of()));
        return this;
    }

    /** What arithmetic says of each. */
    List<Statement> checked() {
        return new Arithmetic().check(article(), statements);
    }

    private ArticleReading article() {
        var text = TracedText.ofFile(page);
        var passage = new Passage(text, Passage.Kind.PARAGRAPH, 0, null);
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
                List.of(text.span()),
                List.of(),
                text);
        return new ArticleReading(article, List.of(passage), List.of());
    }
}
