package org.lingqu.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Pages that somebody wants to take in.
 *
 * @param folder on the server; null unless they come from one
 * @param address of a pasted text; null when she gave none
 * @param visibility of pages that will be new
 * @param run the job that looks or takes; null before there is one
 */
public record PageImport(
        long id,
        String title,
        ImportSource source,
        @Nullable String folder,
        @Nullable String address,
        Visibility visibility,
        ImportState state,
        @Nullable Long run,
        long person,
        Instant createdAt) {}
