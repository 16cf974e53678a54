package org.lingqu.policy.source;

import org.lingqu.library.Citation;
import org.lingqu.library.DocumentPage;

/**
 * The first words of an article, as the document has them.
 *
 * @param page which is the document itself
 */
public record ArticleQuote(ArticlePlace place, DocumentPage page, Citation citation) {}
