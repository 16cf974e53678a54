package org.lingqu.library.search;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.CorruptIndexException;
import org.jooq.DSLContext;
import org.lingqu.account.Actor;
import org.lingqu.database.Database;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.PageSummary;
import org.lingqu.library.Visibility;
import org.lingqu.library.store.PageListRows;
import org.lingqu.library.store.StatementSearch;
import org.springframework.stereotype.Service;

/**
 * Finding things of the library for somebody. The index proposes, the base decides: what is gone or closed to the person by now is
 * left out, however old the index is.
 */
@Service
public final class Search {

    private final Indexer indexer;
    private final SynonymList synonyms;
    private final Database database;

    Search(Indexer indexer, SynonymList synonyms, Database database) {
        this.indexer = indexer;
        this.synonyms = synonyms;
        this.database = database;
    }

    /**
     * What was found.
     *
     * @param hits of the result, those that are still there and open to the person
     * @param behind how many changes are not in the index yet
     */
    public record Results(SearchResult result, List<Found> hits, long behind) {
        public Results {
            hits = List.copyOf(hits);
        }
    }

    /** What somebody may find. */
    public static Visibility mayRead(Actor actor) {
        return actor.role().isStaff() ? Visibility.INTERNAL : Visibility.PUBLIC;
    }

    /**
     * Finds.
     *
     * @throws SearchUnavailable while the index cannot be read
     */
    public Results find(Actor actor, SearchRequest request) {
        SearchRequest allowed = request.readBy(mayRead(actor));
        SearchResult result = reading(index -> index.search(allowed));
        return new Results(result, there(actor, result.hits()), indexer.behind());
    }

    /** How many things that somebody may read have come since; a thousand and one stands for more. */
    public int news(Actor actor, SearchRequest request) {
        return reading(index -> index.news(request.readBy(mayRead(actor))));
    }

    /** The number of a change up to which searches from now on see everything. */
    public long seenUpTo() {
        return indexer.seenUpTo();
    }

    /** Other pages that say something similar, the closest first; reprints left out. */
    public List<PageSummary> related(Actor actor, long page, int most) {
        List<Hit> hits = reading(index -> index.related(PageDocuments.id(page), mayRead(actor), most));
        return there(actor, hits).stream()
                .<PageSummary>mapMulti((found, sink) -> {
                    if (found instanceof Found.OfPage(Hit hit, PageSummary summary)) {
                        sink.accept(summary);
                    }
                })
                .toList();
    }

    /** Words that begin with what was typed, as characters, pinyin or initials. */
    public List<String> suggest(Actor actor, String typed, int most) {
        return reading(index -> index.suggest(typed, mayRead(actor), most));
    }

    private <T> T reading(Function<SearchIndex, T> question) {
        SearchIndex index = indexer.index();
        index.use(synonyms.current());
        try {
            return question.apply(index);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CorruptIndexException) {
                indexer.broken(e);
            }
            throw new SearchUnavailable(e);
        }
    }

    private List<Found> there(Actor actor, List<Hit> hits) {
        boolean staff = actor.role().isStaff();
        return database.read(in -> there(in, staff, hits));
    }

    private static List<Found> there(DSLContext in, boolean staff, List<Hit> hits) {
        Map<Long, PageSummary> pages = PageListRows.byIds(in, staff, numbers(hits, Found.PAGE));
        Map<Long, FoundStatement> statements = StatementSearch.byIds(in, staff, numbers(hits, Found.STATEMENT));
        var found = new ArrayList<Found>();
        for (Hit hit : hits) {
            PageSummary page = hit.kind().equals(Found.PAGE) ? pages.get(number(hit)) : null;
            FoundStatement statement = hit.kind().equals(Found.STATEMENT) ? statements.get(number(hit)) : null;
            if (page != null) {
                found.add(new Found.OfPage(hit, page));
            } else if (statement != null) {
                found.add(new Found.OfStatement(hit, statement));
            }
        }
        return found;
    }

    private static List<Long> numbers(List<Hit> hits, String kind) {
        return hits.stream()
                .filter(hit -> hit.kind().equals(kind))
                .map(Search::number)
                .toList();
    }

    private static long number(Hit hit) {
        return Long.parseLong(hit.id().substring(hit.id().indexOf(':') + 1));
    }
}
