package org.lingqu.library;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;

/**
 * A statement in the base.
 *
 * @param ordinal its number on the page, from 1
 * @param reading what counts: the machine's reading, or the person's where she corrected it
 * @param machine what the machine had read, where {@code reading} is a person's; otherwise null
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
        @Nullable Statement machine) {}
