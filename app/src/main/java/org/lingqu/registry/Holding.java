package org.lingqu.registry;

import java.util.List;
import org.lingqu.engine.policy.fact.FactValue;

/**
 * A value that counts, with where it is from and what other sources say instead.
 *
 * @param other what other sources said last, where they do not agree ({@link SameValue#agree}); empty when nobody disagrees
 */
public record Holding(FactYear of, FactValue value, Entry from, List<Different> other) {

    /** Another source's value. */
    public record Different(FactValue value, Entry from) {}

    public Holding {
        other = List.copyOf(other);
    }

    /** Whether sources disagree. */
    public boolean isConflict() {
        return !other.isEmpty();
    }
}
