package org.lingqu.text.suspicion;

import java.util.List;
import org.lingqu.text.Warning;
import org.lingqu.text.article.ArticleReading;
import org.lingqu.text.repair.RepairedPage;

/** Finds what a reader should be warned of. */
public final class Suspicions {

    /** Warnings that none of the earlier steps gave. */
    public List<Warning> of(RepairedPage page, ArticleReading article) {
        return List.of();
    }
}
