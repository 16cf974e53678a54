/** Bytes of a page become an article, then cited statements. Start reading at {@link org.lingqu.text.PageReader}. */
@NullMarked
package org.lingqu.text;

import org.jspecify.annotations.NullMarked;
