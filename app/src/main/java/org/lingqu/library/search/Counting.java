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
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
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
     */
    record Counts(int total, Map<String, Integer> lost, Map<Dimension, Map<String, Integer>> values) {

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
        return searcher.search(query, new CollectorManager<Collecting, Counts>() {
            @Override
            public Collecting newCollector() {
                return new Collecting(weights, List.copyOf(dimensions));
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
                return new Counts(total, lost, values);
            }
        });
    }

    private static final class Collecting extends SimpleCollector {
        private final List<String> names;
        private final List<Weight> weights;
        private final List<Dimension> dimensions;
        private final FixedBitSet[] passing;
        private final SortedSetDocValues[] held;
        private final int[][] byOrdinal;
        private final int[] filterOf;
        private final int[] lost;
        private final Map<Dimension, Map<String, Integer>> values = new EnumMap<>(Dimension.class);
        private int total;
        private boolean inLeaf;

        Collecting(Map<String, Weight> filters, List<Dimension> dimensions) {
            names = List.copyOf(filters.keySet());
            weights = List.copyOf(filters.values());
            this.dimensions = dimensions;
            passing = new FixedBitSet[names.size()];
            lost = new int[names.size()];
            held = new SortedSetDocValues[dimensions.size()];
            byOrdinal = new int[dimensions.size()][];
            filterOf =
                    dimensions.stream().mapToInt(d -> names.indexOf(d.code())).toArray();
            dimensions.forEach(dimension -> values.put(dimension, new HashMap<>()));
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            endLeaf();
            inLeaf = true;
            for (int i = 0; i < passing.length; i++) {
                passing[i] = bits(weights.get(i).scorer(leaf), leaf.reader().maxDoc());
            }
            for (int d = 0; d < held.length; d++) {
                held[d] =
                        DocValues.getSortedSet(leaf.reader(), dimensions.get(d).field());
                byOrdinal[d] = new int[(int) held[d].getValueCount()];
            }
        }

        private static FixedBitSet bits(@org.jspecify.annotations.Nullable Scorer scorer, int size) throws IOException {
            var bits = new FixedBitSet(size);
            if (scorer != null) {
                DocIdSetIterator each = scorer.iterator();
                for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
                    bits.set(doc);
                }
            }
            return bits;
        }

        @Override
        public void collect(int doc) throws IOException {
            int failed = -1;
            for (int i = 0; i < passing.length; i++) {
                if (!passing[i].get(doc)) {
                    if (failed >= 0) {
                        return;
                    }
                    failed = i;
                }
            }
            if (failed < 0) {
                total++;
            } else {
                lost[failed]++;
            }
            for (int d = 0; d < held.length; d++) {
                if ((failed < 0 || filterOf[d] == failed) && held[d].advanceExact(doc)) {
                    for (int k = held[d].docValueCount(); k > 0; k--) {
                        byOrdinal[d][(int) held[d].nextOrd()]++;
                    }
                }
            }
        }

        private void endLeaf() throws IOException {
            if (!inLeaf) {
                return;
            }
            inLeaf = false;
            for (int d = 0; d < held.length; d++) {
                Map<String, Integer> counts = values.getOrDefault(dimensions.get(d), new HashMap<>());
                for (int ordinal = 0; ordinal < byOrdinal[d].length; ordinal++) {
                    if (byOrdinal[d][ordinal] > 0) {
                        counts.merge(held[d].lookupOrd(ordinal).utf8ToString(), byOrdinal[d][ordinal], Integer::sum);
                    }
                }
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
