package org.lingqu.library.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.search.Counting.Counts;
import org.lingqu.library.search.SearchResult.Help;

/** One search on one state of the index: read the words, count, take the best, fold reprints, mark. */
final class Searching {

    /** What is taken beyond the page, so that folding seldom needs a second look. */
    private static final int RESERVE = 50;

    /** With fewer matches all are weighed exactly. */
    private static final int MANY = 5_000;
    /** So many more than are shown are weighed exactly when there are many. */
    private static final int CHOSEN = 500;

    private static final Sort NEWEST = new Sort(
            LongField.newSortField(Documents.PUBLISHED, true, SortedNumericSelector.Type.MAX, Long.MIN_VALUE),
            SortField.FIELD_DOC);

    private final IndexSearcher searcher;
    private final SearchRequest request;
    private final Queries queries;
    private final Synonyms synonyms;
    private final CountCache cache;
    private final Map<String, Query> filters = new LinkedHashMap<>();

    Searching(IndexSearcher searcher, SearchRequest request, Queries queries, Synonyms synonyms, CountCache cache) {
        this.searcher = searcher;
        this.request = request;
        this.queries = queries;
        this.synonyms = synonyms;
        this.cache = cache;
        for (Dimension dimension : Dimension.values()) {
            var values = request.filters().get(dimension);
            if (values != null) {
                filters.put(dimension.code(), Queries.filter(dimension, values));
            }
        }
        Query published = Queries.published(request);
        if (published != null) {
            filters.put("published", published);
        }
    }

    /** What has come since, when that is asked for: a filter like the others, so that dropping it can be offered. */
    private void onlyNew(Understood understood) throws IOException {
        if (request.since() > 0) {
            Query others = filtered(matching(understood));
            filters.put("since", new News(searcher, request).of(others));
        }
    }

    /** How many things have come since, everything that says the same counted once. */
    int news(Understood understood) throws IOException {
        return new News(searcher, request).count(filtered(matching(understood)));
    }

    SearchResult run(Understood read) throws IOException {
        Understood understood = read;
        onlyNew(understood);
        Counts counts = count(understood);
        boolean hidden = counts.lost().values().stream().anyMatch(lost -> lost > 0);
        if (counts.total() == 0 && !hidden && understood.wanted().size() > 1) {
            understood = understood.relax();
            counts = count(understood);
        }
        boolean lost = counts.total() == 0 || understood.relaxed();
        Help help = lost ? new Helper(this).help(read, counts) : Help.NONE;
        var marker = new Marker(understood, synonyms);
        Page page = counts.total() == 0 ? new Page(List.of(), 0) : page(understood, counts, marker);
        return new SearchResult(
                understood,
                counts.total(),
                page.hits(),
                counts.facets(request),
                help,
                page.last(),
                !searcher.timedOut());
    }

    private Counts count(Understood understood) throws IOException {
        Query query = searcher.rewrite(countable(understood));
        var key = new CountCache.Key(
                searcher.getIndexReader().getReaderCacheHelper().getKey(),
                query,
                Map.copyOf(filters),
                request.facets());
        Counts known = cache.get(key);
        if (known != null) {
            return known;
        }
        Counts counts = Counting.count(searcher, query, filters, request.facets());
        if (!searcher.timedOut()) {
            cache.put(key, counts);
        }
        return counts;
    }

    /** How many documents a query has under all filters. */
    int total(Understood understood) throws IOException {
        return searcher.count(filtered(countable(understood)));
    }

    SearchRequest request() {
        return request;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    private Query matching(Understood understood) {
        return readable(queries.of(understood, synonyms));
    }

    /** The same documents, for those who do not ask how well they match. */
    private Query countable(Understood understood) {
        return readable(queries.matching(understood, synonyms));
    }

    private Query readable(Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(Queries.mayRead(request.mayRead()), Occur.FILTER)
                .build();
    }

    private Query filtered(Query query) {
        var all = new BooleanQuery.Builder().add(query, Occur.MUST);
        filters.values().forEach(filter -> all.add(filter, Occur.FILTER));
        return all.build();
    }

    private record Page(List<Hit> hits, int last) {}

    private Page page(Understood understood, Counts counts, Marker marker) throws IOException {
        int total = counts.total();
        int before = (request.page() - 1) * request.size();
        int deepest = Math.min(total, SearchResult.DEEPEST);
        if (request.page() - 1 >= (deepest + request.size() - 1) / request.size()) {
            return new Page(List.of(), pages(deepest));
        }
        Query query = searcher.rewrite(filtered(matching(understood)));
        int wanted = before + request.size();
        int taken = Math.min(deepest, wanted + RESERVE);
        while (true) {
            List<Integer> top = top(query, taken, understood, counts);
            List<Folded> shown = fold(top);
            boolean all = top.size() < taken || taken == deepest;
            if (all || shown.size() >= wanted) {
                List<Folded> here = shown.subList(Math.min(before, shown.size()), Math.min(wanted, shown.size()));
                return new Page(hits(here, query, marker), pages(all ? shown.size() : deepest));
            }
            taken = Math.min(deepest, taken * 2);
        }
    }

    private int pages(int results) {
        return (results + request.size() - 1) / request.size();
    }

    private List<Integer> top(Query query, int count, Understood understood, Counts counts) throws IOException {
        ScoreDoc[] top;
        if (request.order() == SearchRequest.Order.NEWEST || understood.isEmpty()) {
            top = searcher.search(counts.matches(), new TopFieldCollectorManager(NEWEST, count, null, 1)).scoreDocs;
        } else if (counts.total() <= MANY) {
            top = searcher.search(query, new TopScoreDocCollectorManager(count, null, 1)).scoreDocs;
        } else {
            top = bestOfMany(query, count, understood, counts);
        }
        var documents = new ArrayList<Integer>(top.length);
        for (ScoreDoc one : top) {
            documents.add(one.doc);
        }
        return documents;
    }

    /**
     * Of tens of thousands, which all have the words, the best are chosen by how often their pairs of characters stand there, and those
     * ordered as they deserve. To weigh every place of every one exactly would take ten times as long, and nobody reads so far.
     */
    private ScoreDoc[] bestOfMany(Query exact, int count, Understood understood, Counts counts) throws IOException {
        Query roughly = new BooleanQuery.Builder()
                .add(queries.roughly(understood), Occur.MUST)
                .add(counts.matches(), Occur.FILTER)
                .build();
        TopDocs chosen = searcher.search(roughly, new TopScoreDocCollectorManager(count + CHOSEN, null, 1));
        var exactly = new QueryRescorer(exact) {
            @Override
            protected float combine(float first, boolean isMatch, float second) {
                return second;
            }
        };
        return exactly.rescore(searcher, chosen, count).scoreDocs;
    }

    private record Folded(int document, @Nullable String group) {}

    /** The first of each group, in order. */
    private List<Folded> fold(List<Integer> top) throws IOException {
        Map<Integer, String> groups = request.fold() ? groups(top) : Map.of();
        var seen = new HashMap<String, Integer>();
        var shown = new ArrayList<Folded>();
        for (int document : top) {
            String group = groups.get(document);
            if (group == null || seen.putIfAbsent(group, document) == null) {
                shown.add(new Folded(document, group));
            }
        }
        return shown;
    }

    private Map<Integer, String> groups(List<Integer> top) throws IOException {
        var groups = new HashMap<Integer, String>();
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        SortedDocValues held = null;
        int leafHeld = -1;
        for (int document : top.stream().sorted().toList()) {
            int leaf = ReaderUtil.subIndex(document, leaves);
            if (held == null || leaf != leafHeld) {
                held = DocValues.getSorted(leaves.get(leaf).reader(), Documents.GROUP);
                leafHeld = leaf;
            }
            if (held.advanceExact(document - leaves.get(leaf).docBase)) {
                groups.put(document, held.lookupOrd(held.ordValue()).utf8ToString());
            }
        }
        return groups;
    }

    private List<Hit> hits(List<Folded> shown, Query query, Marker marker) throws IOException {
        var hits = new ArrayList<Hit>(shown.size());
        var stored = searcher.storedFields();
        for (Folded one : shown) {
            hits.add(Documents.hit(stored.document(one.document()), marker, alike(one.group(), query)));
        }
        return hits;
    }

    private int alike(@Nullable String group, Query query) throws IOException {
        if (group == null || searcher.getIndexReader().docFreq(new Term(Documents.GROUP, group)) < 2) {
            return 0;
        }
        return searcher.count(new BooleanQuery.Builder()
                        .add(query, Occur.FILTER)
                        .add(new TermQuery(new Term(Documents.GROUP, group)), Occur.FILTER)
                        .build())
                - 1;
    }
}
