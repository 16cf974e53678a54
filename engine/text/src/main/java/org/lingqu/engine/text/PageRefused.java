package org.lingqu.engine.text;

import org.jspecify.annotations.Nullable;

/**
 * A page that could not be read.
 *
 * @param code stable, upper case: {@code TOO_LARGE}, {@code NOT_TEXT}, …
 * @param message what was found, without any of the page's own words
 * @param advice what a person can do about it
 */
public record PageRefused(String file, @Nullable String sha256, String code, String message, String advice)
        implements Reading {}
