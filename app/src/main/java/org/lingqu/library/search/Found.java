package org.lingqu.library.search;

import org.lingqu.library.FoundStatement;
import org.lingqu.library.PageSummary;

/** A result with what the store holds of it now. */
public sealed interface Found {

    /** Kind of a page in the index. */
    String PAGE = "page";
    /** Kind of a statement in the index. */
    String STATEMENT = "statement";

    /** Why it was found. */
    Hit hit();

    /** A page. */
    record OfPage(Hit hit, PageSummary page) implements Found {}

    /** A statement and where it comes from. */
    record OfStatement(Hit hit, FoundStatement found) implements Found {}
}
