package org.lingqu.text.statement;

import java.util.List;
import org.lingqu.text.Statement;
import org.lingqu.text.article.ArticleReading;

/** Finds the statements of an article. */
public final class StatementReader {

    /**
     * Never throws, whatever the page holds.
     *
     * @param file the decoded file, for the quotes
     * @return in the order of the page; {@link Statement#checks()} still empty
     */
    public List<Statement> read(String file, ArticleReading article) {
        return List.of();
    }
}
