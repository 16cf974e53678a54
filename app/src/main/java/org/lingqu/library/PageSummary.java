package org.lingqu.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.ArticleKind;

/**
 * A page in a list, as its newest version is.
 *
 * @param title the file's name where the page has none
 * @param versions how many there are
 * @param warnings codes of {@link org.lingqu.engine.text.WarningCode}
 */
public record PageSummary(
        long id,
        String title,
        @Nullable String issuer,
        @Nullable LocalDate published,
        ArticleKind kind,
        @Nullable String site,
        Visibility visibility,
        @Nullable String sameAs,
        int versions,
        int statements,
        List<String> warnings,
        Instant updatedAt) {

    public PageSummary {
        warnings = List.copyOf(warnings);
    }
}
