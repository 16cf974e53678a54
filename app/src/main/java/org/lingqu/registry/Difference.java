package org.lingqu.registry;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * One thing that a row says otherwise than it is held.
 *
 * @param what fact with its year, a title, or 名称
 * @param was what counts now; null when nothing does
 * @param source whose it is; null when nothing is held
 * @param now what the row says
 * @param conflict whether another source says otherwise
 */
public record Difference(
        String what, @Nullable String was, @Nullable Supplier source, String now, boolean conflict) {}
