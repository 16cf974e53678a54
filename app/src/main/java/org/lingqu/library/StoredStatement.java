package org.lingqu.library;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;

/**
 * A statement in the base.
 *
 * @param ordinal its number on the page, from 1
 * @param reading what counts: the machine's reading, or the person's where she corrected it
 * @param machine what the machine reads, where {@code reading} is a person's; otherwise null
 * @param byMachine false where only a person reads it: the machine did once and no longer does
 */
public record StoredStatement(
        long id,
        long page,
        long version,
        int ordinal,
        Place place,
        Statement reading,
        Verdict verdict,
        ReviewState review,
        @Nullable Statement machine,
        boolean byMachine) {

    /** What the machine reads; null where it reads nothing. */
    public @Nullable Statement machineReading() {
        return machine != null ? machine : byMachine ? reading : null;
    }
}
