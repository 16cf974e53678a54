package org.lingqu.library.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.search.SearchResult.FacetValue;

/**
 * Counts in one pass what matches, what each dimension has of it, and what each filter alone keeps out: a document that fails one filter
 * only still counts for the values of that filter's dimension, so that choosing one region does not hide the others.
 */
final class Counting {

    private static final int MOST_VALUES = 30;

    private Counting() {}

    /**
     * @param total documents that pass every filter
     * @param lost by filter, documents that fail it and no other
     * @param values by dimension, documents by value
     * @param matches the documents that pass every filter
     */
    record Counts(int total, Map<String, Integer> lost, Map<Dimension, Map<String, Integer>> values, Matches matches) {

        /** The most frequent values of each dimension, and those chosen whatever their count. */
        Map<Dimension, List<FacetValue>> facets(SearchRequest request) {
            var facets = new EnumMap<Dimension, List<FacetValue>>(Dimension.class);
            values.forEach((dimension, counts) -> {
                Set<String> chosen = request.filters().getOrDefault(dimension, Set.of());
                var list = new ArrayList<FacetValue>();
                counts.forEach((value, count) -> list.add(new FacetValue(value, count, chosen.contains(value))));
                chosen.stream()
                        .filter(value -> !counts.containsKey(value))
                        .forEach(value -> list.add(new FacetValue(value, 0, true)));
                list.sort(Comparator.comparing(FacetValue::chosen)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingInt(FacetValue::count).reversed())
                        .thenComparing(FacetValue::value));
                facets.put(dimension, List.copyOf(list.subList(0, Math.min(list.size(), MOST_VALUES))));
            });
            return facets;
        }
    }

    /** @param filters by the code of their dimension, or {@code published} */
    static Counts count(IndexSearcher searcher, Query query, Map<String, Query> filters, Set<Dimension> dimensions)
            throws IOException {
        var weights = new LinkedHashMap<String, Weight>();
        for (var filter : filters.entrySet()) {
            Query rewritten = searcher.rewrite(filter.getValue());
            weights.put(filter.getKey(), searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1));
        }
        var byLeaf = new FixedBitSet[searcher.getIndexReader().leaves().size()];
        return searcher.search(query, new CollectorManager<Collecting, Counts>() {
            @Override
            public Collecting newCollector() {
                return new Collecting(weights, List.copyOf(dimensions), byLeaf);
            }

            @Override
            public Counts reduce(Collection<Collecting> collectors) throws IOException {
                int total = 0;
                Map<String, Integer> lost = new HashMap<>();
                Map<Dimension, Map<String, Integer>> values = new EnumMap<>(Dimension.class);
                dimensions.forEach(dimension -> values.put(dimension, new HashMap<>()));
                for (Collecting one : collectors) {
                    one.endLeaf();
                    total += one.total;
                    for (int i = 0; i < one.names.size(); i++) {
                        lost.merge(one.names.get(i), one.lost[i], Integer::sum);
                    }
                    one.values.forEach((dimension, counts) -> counts.forEach((value, count) ->
                            values.getOrDefault(dimension, new HashMap<>()).merge(value, count, Integer::sum)));
                }
                return new Counts(total, lost, values, new Matches(byLeaf));
            }
        });
    }

    /** First which documents match, then each dimension by itself: one simple loop after the other is what a processor likes. */
    private static final class Collecting extends SimpleCollector {
        private final List<String> names;
        private final List<Weight> weights;
        private final List<Dimension> dimensions;
        private final @Nullable FixedBitSet[] byLeaf;
        private final int[] lost;
        private final Map<Dimension, Map<String, Integer>> values = new EnumMap<>(Dimension.class);
        private int total;
        private @Nullable LeafReaderContext leaf;
        private FixedBitSet matching = new FixedBitSet(0);

        /** @param byLeaf gets what passes every filter */
        Collecting(Map<String, Weight> filters, List<Dimension> dimensions, @Nullable FixedBitSet[] byLeaf) {
            names = List.copyOf(filters.keySet());
            weights = List.copyOf(filters.values());
            this.dimensions = dimensions;
            this.byLeaf = byLeaf;
            lost = new int[names.size()];
            dimensions.forEach(dimension -> values.put(dimension, new HashMap<>()));
        }

        @Override
        protected void doSetNextReader(LeafReaderContext next) throws IOException {
            endLeaf();
            leaf = next;
            matching = new FixedBitSet(next.reader().maxDoc());
        }

        @Override
        public void collect(int doc) {
            matching.set(doc);
        }

        private void endLeaf() throws IOException {
            LeafReaderContext ended = leaf;
            if (ended == null) {
                return;
            }
            leaf = null;
            var passing = new FixedBitSet[weights.size()];
            FixedBitSet all = matching.clone();
            for (int i = 0; i < passing.length; i++) {
                passing[i] = bits(weights.get(i).scorer(ended), matching.length());
                all.and(passing[i]);
            }
            int passed = all.cardinality();
            total += passed;
            if (passed > 0) {
                byLeaf[ended.ord] = all;
            }
            var butOne = new FixedBitSet[passing.length];
            for (int i = 0; i < passing.length; i++) {
                butOne[i] = matching.clone();
                for (int k = 0; k < passing.length; k++) {
                    if (k != i) {
                        butOne[i].and(passing[k]);
                    }
                }
                lost[i] += butOne[i].cardinality() - passed;
            }
            for (Dimension dimension : dimensions) {
                int filter = names.indexOf(dimension.code());
                count(ended, dimension, filter < 0 ? all : butOne[filter]);
            }
        }

        private static FixedBitSet bits(@Nullable Scorer scorer, int size) throws IOException {
            var bits = new FixedBitSet(size);
            if (scorer != null) {
                bits.or(scorer.iterator());
            }
            return bits;
        }

        private void count(LeafReaderContext in, Dimension dimension, FixedBitSet documents) throws IOException {
            SortedSetDocValues held = DocValues.getSortedSet(in.reader(), dimension.field());
            SortedDocValues single = DocValues.unwrapSingleton(held);
            var byOrdinal = new int[(int) held.getValueCount()];
            if (byOrdinal.length == 0) {
                return;
            }
            DocIdSetIterator both = ConjunctionUtils.intersectIterators(List.of(
                    new BitSetIterator(documents, documents.approximateCardinality()), single == null ? held : single));
            if (single == null) {
                for (int doc = both.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = both.nextDoc()) {
                    for (int k = held.docValueCount(); k > 0; k--) {
                        byOrdinal[(int) held.nextOrd()]++;
                    }
                }
            } else {
                for (int doc = both.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = both.nextDoc()) {
                    byOrdinal[single.ordValue()]++;
                }
            }
            Map<String, Integer> counts = values.getOrDefault(dimension, new HashMap<>());
            for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
                if (byOrdinal[ordinal] > 0) {
                    counts.merge(held.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal], Integer::sum);
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
