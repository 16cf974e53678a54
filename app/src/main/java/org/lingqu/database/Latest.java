package org.lingqu.database;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was last made of something that is seldom exchanged, such as the pack of policies: made again when it is another one, not when
 * it only looks alike. Safe for use by many threads; two that ask at once may both make it.
 */
public final class Latest<S, T> {

    private final Function<S, T> make;
    private volatile @Nullable Made<S, T> latest;

    private record Made<S, T>(S of, T made) {}

    /** @param make what is kept, of what it is made of */
    public Latest(Function<S, T> make) {
        this.make = make;
    }

    /** What is made of this. */
    @SuppressWarnings("ReferenceEquality") // comparing a whole pack would cost more than making anew
    public T of(S source) {
        Made<S, T> known = latest;
        if (known == null || known.of() != source) {
            known = new Made<>(source, make.apply(source));
            latest = known;
        }
        return known.made();
    }
}
