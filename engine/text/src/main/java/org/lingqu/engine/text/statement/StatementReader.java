package org.lingqu.engine.text.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.article.Passage;

/** Finds the statements of an article. */
public final class StatementReader {

    /**
     * Never throws, whatever the page holds.
     *
     * @param file the decoded file, for the quotes
     * @return in the order of the page; {@link Statement#checks()} still empty
     */
    public List<Statement> read(String file, ArticleReading article) {
        var discourse = new Discourse(PageContexts.of(article));
        var sentences = new Sentences(discourse);
        var statements = new ArrayList<Statement>();
        var quotes = new Quotes(file);
        var tables = new TableFinder(article.passages());
        for (Table table : tables.tables()) {
            statements.addAll(new TableReader(table, discourse.page, quotes).read());
        }
        for (int i = tables.used().nextClearBit(0);
                i < article.passages().size();
                i = tables.used().nextClearBit(i + 1)) {
            Passage passage = article.passages().get(i);
            discourse.paragraph();
            for (Draft draft : sentences.read(passage.text().toString())) {
                if (draft.says()) {
                    Span span = passage.text().span(draft.start, draft.end);
                    statements.add(draft.finish(span, quotes.of(span)));
                }
            }
        }
        statements.sort(Comparator.comparingInt((Statement s) -> s.span().start()));
        return List.copyOf(statements);
    }
}
