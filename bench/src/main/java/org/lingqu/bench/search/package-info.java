/** How fast things are found. Start reading at {@link org.lingqu.bench.search.SearchBench}. */
@NullMarked
package org.lingqu.bench.search;

import org.jspecify.annotations.NullMarked;
