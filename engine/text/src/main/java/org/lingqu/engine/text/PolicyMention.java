package org.lingqu.engine.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy, plan, law or proposal that the page names.
 *
 * @param title without 《》; for an alias the title it stands for
 * @param aliases short names the page gives it: {@code 科改33条}
 * @param issuer who issued it, when the sentence says so
 */
public record PolicyMention(
        String title,
        List<String> aliases,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable Stage stage,
        Span span) {

    public PolicyMention {
        aliases = List.copyOf(aliases);
    }

    /** How far it has come, as far as the sentence says. */
    public enum Stage {
        PLANNED,
        DRAFT,
        UNDER_REVIEW,
        ISSUED,
        IN_FORCE,
        REPEALED
    }
}
