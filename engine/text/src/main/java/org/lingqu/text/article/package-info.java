/** Lines become an article: title, dates, issuer, outline, body; the rest is cut and recorded. Start reading at {@link org.lingqu.text.article.ArticleReader}. */
@NullMarked
package org.lingqu.text.article;

import org.jspecify.annotations.NullMarked;
