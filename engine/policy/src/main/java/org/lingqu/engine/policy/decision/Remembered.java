package org.lingqu.engine.policy.decision;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of an object once, for that very object: large records are not compared part by part. For many threads.
 *
 * @param <K> what it is made of
 * @param <V> what is made of it
 */
public final class Remembered<K, V> {

    private final Map<Same, V> made = new ConcurrentHashMap<>();
    private final Function<K, V> make;

    private record Same(Object one) {
        @Override
        @SuppressWarnings("ReferenceEquality") // the very object is meant
        public boolean equals(@Nullable Object other) {
            return other instanceof Same(Object same) && same == one;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(one);
        }
    }

    /** @param make has to give equal things for the same object; may be called twice when threads meet */
    public Remembered(Function<K, V> make) {
        this.make = make;
    }

    public V of(K one) {
        var key = new Same(one);
        V found = made.get(key);
        if (found == null) {
            V fresh = make.apply(one);
            V other = made.putIfAbsent(key, fresh);
            found = other == null ? fresh : other;
        }
        return found;
    }
}
