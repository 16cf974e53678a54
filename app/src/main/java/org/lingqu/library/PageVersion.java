package org.lingqu.library;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.Script;

/**
 * What was read from one snapshot of a page.
 *
 * @param number from 1 within the page
 * @param sha256 of the snapshot
 * @param person who imported it, 0 for Lingqu itself
 * @param reader version of the reader that read it
 * @param site host or name of the site it was taken from; null when unknown
 * @param text clean text, one paragraph a line
 */
public record PageVersion(
        long id,
        long page,
        int number,
        String sha256,
        Instant importedAt,
        long person,
        String reader,
        String charset,
        Script script,
        @Nullable String title,
        @Nullable String issuer,
        boolean issuerInferred,
        @Nullable String documentNumber,
        @Nullable LocalDate published,
        @Nullable LocalDate written,
        @Nullable LocalDate event,
        ArticleKind kind,
        @Nullable String region,
        @Nullable String regionCode,
        @Nullable String site,
        String text,
        PageDetails details) {}
