package org.lingqu.engine.text;

import org.jspecify.annotations.Nullable;

/**
 * Something a reader should know before relying on a page.
 *
 * @param span where it stands; null when it concerns the page as a whole
 * @param says for a person, in Chinese; personal data is masked in it
 */
public record Warning(WarningCode code, @Nullable Span span, String says) {}
