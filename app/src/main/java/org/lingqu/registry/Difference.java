package org.lingqu.registry;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * One thing that a row says and that its source has not said before.
 *
 * @param what fact with its year, a title, or 名称
 * @param was what counts now, as it is told; null when nothing does
 * @param source whose it is; null when nothing is held
 * @param now what the row says, as it is told
 * @param conflict whether another source says otherwise
 * @param effect what taking the row in does; null in lists that were looked at before this was told
 */
public record Difference(
        String what,
        @Nullable String was,
        @Nullable Supplier source,
        String now,
        boolean conflict,
        @Nullable Effect effect) {

    /** What becomes of it when the row is taken in. */
    public enum Effect {
        /** Nothing was held. */
        ADDED,
        /** What counts says the same; it is kept that this source does, too. */
        CONFIRMED,
        /** It counts from then on. */
        REPLACED,
        /** What is held goes on to count, because its source goes before this one; both stand side by side. */
        BESIDE,
        /** What is held goes on to count, because it speaks of a later day. */
        OLDER
    }
}
