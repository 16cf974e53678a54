package org.lingqu.engine.text.mention;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.PolicyMention;
import org.lingqu.engine.text.Span;

/**
 * A document as it is found, before short names are resolved.
 *
 * @param alias whether {@code name} only stands for a longer title
 * @param tail what brackets behind the title say
 */
record PolicyDraft(
        String name,
        boolean alias,
        TitleTail tail,
        PolicyMention.@Nullable Stage stage,
        @Nullable String issuer,
        Span span) {}
