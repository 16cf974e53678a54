package org.lingqu.engine.text;

import org.jspecify.annotations.Nullable;

/**
 * The body whose text this is.
 *
 * @param name full official name where it is known: {@code 广东省工业和信息化厅}
 * @param inferred true when the page does not say so in so many words
 * @param because what it was inferred from; null when it was not
 */
public record Issuer(
        String name, boolean inferred, @Nullable String because) {}
