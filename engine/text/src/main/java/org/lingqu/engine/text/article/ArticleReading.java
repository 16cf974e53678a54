package org.lingqu.engine.text.article;

import java.util.List;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.Warning;

/**
 * An article and what the next readers need of it.
 *
 * @param passages the body in order; the title is not among them
 * @param warnings NAVIGATION, FOREIGN_TAIL, REPRINT_DISCLAIMER, DATE_MISSING, HIJACKED
 */
public record ArticleReading(Article article, List<Passage> passages, List<Warning> warnings) {

    public ArticleReading {
        passages = List.copyOf(passages);
        warnings = List.copyOf(warnings);
    }
}
