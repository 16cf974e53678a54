package org.lingqu.library.search;

import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Recent;
import org.lingqu.library.search.Counting.Counts;

/** Counts of the last queries: the second page and another order need no second counting. */
final class CountCache {

    /** Each remembers which documents match: an eighth of a byte a document of the index. */
    private static final int MOST = 128;

    /** @param state of the index; another one, another answer */
    record Key(IndexReader.CacheKey state, Query query, Map<String, Query> filters, Set<Dimension> dimensions) {}

    private final Recent<Key, Counts> counts = new Recent<>(MOST);

    @Nullable Counts get(Key key) {
        return counts.get(key);
    }

    void put(Key key, Counts value) {
        counts.put(key, value);
    }

    void clear() {
        counts.clear();
    }
}
