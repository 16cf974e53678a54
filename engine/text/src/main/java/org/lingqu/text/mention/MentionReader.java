package org.lingqu.text.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.text.Issuer;
import org.lingqu.text.article.ArticleReading;
import org.lingqu.text.gazetteer.Division;
import org.lingqu.text.gazetteer.Divisions;

/** Finds whom and what an article names. */
public final class MentionReader {

    /** Never throws, whatever the page holds. */
    public Mentions read(ArticleReading article) {
        Division home = home(article);
        return new Mentions(PolicyReader.read(article, home), List.of(), List.of(), List.of());
    }

    private static @Nullable Division home(ArticleReading reading) {
        Issuer issuer = reading.article().issuer();
        return issuer == null
                ? null
                : Divisions.standard().ofOrganisation(issuer.name()).orElse(null);
    }
}
