package org.lingqu.policy.source;

import org.lingqu.library.DocumentPage;
import org.lingqu.library.Passage;

/**
 * The first words of an article, as the document has them.
 *
 * @param page which is the document itself
 */
public record ArticleQuote(ArticlePlace place, DocumentPage page, Passage passage) {}
