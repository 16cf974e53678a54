package org.lingqu.engine.policy.fact;

/**
 * A value and who says so.
 *
 * @param source for a reader: sheet and cell, return, register; never empty
 */
public record HeldValue(FactValue value, String source) {
    /** @throws IllegalArgumentException if the source is empty */
    public HeldValue {
        if (source.isEmpty()) {
            throw new IllegalArgumentException("A value needs a source");
        }
    }
}
