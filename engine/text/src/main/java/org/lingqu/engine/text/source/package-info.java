/** Bytes become lines: charset, format (HTML, scraped text, DOCX, PDF), markup. Start reading at {@link org.lingqu.engine.text.source.PageDecoder}. */
@NullMarked
package org.lingqu.engine.text.source;

import org.jspecify.annotations.NullMarked;
