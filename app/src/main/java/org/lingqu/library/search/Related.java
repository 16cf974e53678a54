package org.lingqu.library.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.lingqu.library.Visibility;

/** Documents that share the telling words of another. */
final class Related {

    private static final int LONGEST_TEXT = 4_000;
    private static final int WORDS = 25;
    private static final int LEAST_FREQUENT = 50;

    private final IndexSearcher searcher;
    private final Analyzer analyzer;

    Related(IndexSearcher searcher, Analyzer analyzer) {
        this.searcher = searcher;
        this.analyzer = analyzer;
    }

    List<Hit> of(String id, Visibility mayRead, int most) throws IOException {
        BooleanQuery self = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Documents.ID, id)), Occur.FILTER)
                .add(Queries.mayRead(mayRead), Occur.FILTER)
                .build();
        ScoreDoc[] found = searcher.search(self, 1).scoreDocs;
        if (found.length == 0) {
            return List.of();
        }
        Document stored = searcher.storedFields().document(found[0].doc);
        var query = new BooleanQuery.Builder()
                .add(similar(found[0].doc), Occur.MUST)
                .add(Queries.mayRead(mayRead), Occur.FILTER)
                .add(kind(stored), Occur.FILTER)
                .add(new TermQuery(new Term(Documents.ID, id)), Occur.MUST_NOT);
        String group = stored.get(Documents.GROUP);
        if (group != null) {
            query.add(new TermQuery(new Term(Documents.GROUP, group)), Occur.MUST_NOT);
        }
        return distinct(searcher.search(query.build(), most * 3).scoreDocs, most);
    }

    private static TermQuery kind(Document stored) {
        String field = Dimension.KIND.field();
        return new TermQuery(new Term(field, stored.get(field)));
    }

    private org.apache.lucene.search.Query similar(int document) throws IOException {
        List<String> texts = Documents.searchedTexts(searcher.storedFields(), document);
        var more = new MoreLikeThis(searcher.getIndexReader());
        more.setAnalyzer(analyzer);
        more.setMinWordLen(2); // pairs, not single characters
        more.setMinTermFreq(1);
        more.setMinDocFreq(2);
        // what a fifth of all says tells nothing; in a small base nearly every word is in a fifth
        more.setMaxDocFreq(Math.max(LEAST_FREQUENT, searcher.getIndexReader().numDocs() / 5));
        more.setMaxQueryTerms(WORDS);
        more.setBoost(true);
        String title = texts.getFirst();
        String text = texts.getLast();
        Reader[] both = {
            new StringReader(title + "\n" + title),
            new StringReader(text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
        };
        return more.like(Documents.TEXT, both);
    }

    /** One of each group of reprints. */
    private List<Hit> distinct(ScoreDoc[] found, int most) throws IOException {
        var hits = new ArrayList<Hit>();
        var groups = new java.util.HashSet<String>();
        var marker = new Marker(new Understood(List.of(), false, false), Synonyms.none());
        for (ScoreDoc one : found) {
            Hit hit = Documents.hit(searcher.storedFields().document(one.doc), marker, 0);
            String group = hit.group();
            if (hits.size() < most && (group == null || groups.add(group))) {
                hits.add(hit);
            }
        }
        return hits;
    }
}
