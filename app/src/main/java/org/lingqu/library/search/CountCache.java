package org.lingqu.library.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.search.Counting.Counts;

/** Counts of the last queries: the second page and another order need no second counting. */
final class CountCache {

    private static final int MOST = 300;

    /** @param state of the index; another one, another answer */
    record Key(IndexReader.CacheKey state, Query query, Map<String, Query> filters, Set<Dimension> dimensions) {}

    private final Map<Key, Counts> counts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Counts> eldest) {
            return size() > MOST;
        }
    };

    synchronized @Nullable Counts get(Key key) {
        return counts.get(key);
    }

    synchronized void put(Key key, Counts value) {
        counts.put(key, value);
    }

    synchronized void clear() {
        counts.clear();
    }
}
