/** Lines become an article: title, dates, issuer, outline, body; the rest is cut and recorded. Start reading at {@link org.lingqu.engine.text.article.ArticleReader}. */
@NullMarked
package org.lingqu.engine.text.article;

import org.jspecify.annotations.NullMarked;
