/** Bytes of a page become an article, then cited statements. Start reading at {@link org.lingqu.engine.text.PageReader}. */
@NullMarked
package org.lingqu.engine.text;

import org.jspecify.annotations.NullMarked;
