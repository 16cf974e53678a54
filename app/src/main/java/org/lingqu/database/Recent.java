package org.lingqu.database;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were asked for lately. A key says everything the answer depends on, the state of what was asked too, so that nothing
 * has ever to be forgotten but for room. Safe for use by many threads.
 *
 * @param <K> with the meaning of equality
 */
public final class Recent<K, V> {

    private final Map<K, V> answers;

    /** @param most so many are kept, those used last */
    public Recent(int most) {
        answers = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The answer, if it is still here. */
    public synchronized @Nullable V get(K key) {
        return answers.get(key);
    }

    /** Keeps an answer. */
    public synchronized void put(K key, V answer) {
        answers.put(key, answer);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        answers.clear();
    }
}
