package org.lingqu.engine.text;

import org.jspecify.annotations.Nullable;

/** What became of one page. */
public sealed interface Reading permits PageRead, PageRefused {

    /** The name the page was given under. */
    String file();

    /** SHA-256 of the bytes, 64 lower-case hexadecimal digits; null when the page was too large to be taken in at all. */
    @Nullable String sha256();
}
