package org.lingqu.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;

/**
 * What a person said of a statement. It speaks of words on a page, so that it survives another reading of them.
 *
 * @param statement number of the statement it was said of
 * @param quote the words as in the file
 * @param words the same in the clean text without white space: by them it is found again
 * @param occurrence which of several places with these words, from 1
 * @param places how many places with these words there were
 * @param before the characters before the words in the clean text: they tell places apart when some have come or gone
 * @param machine what the machine had read
 * @param reading what she reads; null when it was rejected or withdrawn
 * @param replacedBy number of a later review of the same statement; null when this is the last
 * @param lostAt when the words were no longer found on the page; null while they are
 */
public record Review(
        long id,
        long page,
        long statement,
        String quote,
        String words,
        int occurrence,
        int places,
        String before,
        Statement machine,
        ReviewVerdict verdict,
        @Nullable Statement reading,
        @Nullable String note,
        long person,
        String personName,
        Instant at,
        @Nullable Long replacedBy,
        @Nullable Instant lostAt) {}
