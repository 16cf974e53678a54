package org.lingqu.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page of the base, whatever its content was from time to time.
 *
 * @param address where it was on the web; null when nobody said
 * @param name file as it was given
 * @param latest number of the newest {@link PageVersion}
 * @param sameAs key of the group of pages that say nearly the same; null when it stands alone
 */
public record Page(
        long id,
        @Nullable String address,
        String name,
        Visibility visibility,
        long latest,
        @Nullable String sameAs,
        Instant createdAt,
        Instant updatedAt,
        int rowVersion) {}
