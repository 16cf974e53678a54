package org.lingqu.library.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;

/**
 * Which parts of searches are worth remembering: what one word matches, once it was looked for twice. People look for the same words
 * again and again, with another year, another city; to find where the characters of a word stand side by side is most of the work.
 * Safe for use by many threads.
 */
final class FrequentWords implements QueryCachingPolicy {

    private static final int REMEMBERED = 2_000;
    private static final int OFTEN = 2;

    private final Map<Integer, Integer> uses = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public void onUse(Query query) {
        if (query instanceof DisjunctionMaxQuery) {
            synchronized (uses) {
                uses.merge(query.hashCode(), 1, Integer::sum);
            }
        }
    }

    @Override
    public boolean shouldCache(Query query) {
        if (!(query instanceof DisjunctionMaxQuery)) {
            return false;
        }
        synchronized (uses) {
            return uses.getOrDefault(query.hashCode(), 0) >= OFTEN;
        }
    }
}
