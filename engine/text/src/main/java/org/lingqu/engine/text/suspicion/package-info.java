/** What a reader should be warned of: hijacked and garbled pages, personal data, near-duplicates. Start reading at {@link org.lingqu.engine.text.suspicion.Suspicions}. */
@NullMarked
package org.lingqu.engine.text.suspicion;

import org.jspecify.annotations.NullMarked;
