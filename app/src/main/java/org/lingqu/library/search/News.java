package org.lingqu.library.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.lingqu.library.Visibility;

/**
 * What has come after a change of the base. A reprint of what somebody could read before is no news, and of several that came since the
 * first says it all.
 */
final class News {

    /** Beyond this many, nobody counts. */
    static final int MOST = 1_000;

    private final IndexSearcher searcher;
    private final SearchRequest request;
    private final String field;

    News(IndexSearcher searcher, SearchRequest request) {
        this.searcher = searcher;
        this.request = request;
        this.field = request.mayRead() == Visibility.PUBLIC ? Documents.OPENED : Documents.ARRIVED;
    }

    /** The filter for what is new among what a query finds. */
    Query of(Query found) throws IOException {
        Set<String> old = new HashSet<>();
        for (String group : since(found).groups()) {
            if (wasThere(group)) {
                old.add(group);
            }
        }
        Query late = LongField.newRangeQuery(field, request.since() + 1, Long.MAX_VALUE);
        return old.isEmpty()
                ? late
                : new BooleanQuery.Builder()
                        .add(late, Occur.FILTER)
                        .add(
                                new TermInSetQuery(
                                        Documents.GROUP,
                                        old.stream().map(BytesRef::new).toList()),
                                Occur.MUST_NOT)
                        .build();
    }

    /** How many things are new, at most {@value #MOST} + 1. */
    int count(Query found) throws IOException {
        Late late = since(found);
        int count = late.alone();
        for (String group : late.groups()) {
            if (count > MOST) {
                break;
            }
            count += wasThere(group) ? 0 : 1;
        }
        return Math.min(count, MOST + 1);
    }

    private boolean wasThere(String group) throws IOException {
        return searcher.count(new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(Documents.GROUP, group)), Occur.FILTER)
                        .add(Queries.mayRead(request.mayRead()), Occur.FILTER)
                        .add(LongField.newRangeQuery(field, 0, request.since()), Occur.FILTER)
                        .build())
                > 0;
    }

    /**
     * Documents that came since.
     *
     * @param alone how many belong to no group
     * @param groups of the others
     */
    private record Late(int alone, List<String> groups) {}

    private Late since(Query found) throws IOException {
        Query late = new BooleanQuery.Builder()
                .add(found, Occur.FILTER)
                .add(LongField.newRangeQuery(field, request.since() + 1, Long.MAX_VALUE), Occur.FILTER)
                .build();
        return searcher.search(late, new CollectorManager<Collecting, Late>() {
            @Override
            public Collecting newCollector() {
                return new Collecting();
            }

            @Override
            public Late reduce(java.util.Collection<Collecting> collectors) {
                int alone = collectors.stream().mapToInt(one -> one.alone).sum();
                var groups = new HashSet<String>();
                collectors.forEach(one -> groups.addAll(one.groups));
                return new Late(alone, new ArrayList<>(groups));
            }
        });
    }

    private static final class Collecting extends SimpleCollector implements Collector {
        private final Set<String> groups = new HashSet<>();
        private SortedDocValues held = DocValues.emptySorted();
        private int alone;

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            held = DocValues.getSorted(leaf.reader(), Documents.GROUP);
        }

        @Override
        public void collect(int document) throws IOException {
            if (held.advanceExact(document)) {
                groups.add(held.lookupOrd(held.ordValue()).utf8ToString());
            } else {
                alone++;
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
