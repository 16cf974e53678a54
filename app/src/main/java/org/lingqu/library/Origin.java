package org.lingqu.library;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement comes from, as much of its page as a citation needs.
 *
 * @param page number of the page
 * @param title title of the page, or the name of its file when it has none
 * @param address where the page was on the web; null when nobody said
 */
public record Origin(
        long page,
        String title,
        @Nullable String issuer,
        @Nullable LocalDate published,
        @Nullable String documentNumber,
        @Nullable String address,
        Visibility visibility) {}
