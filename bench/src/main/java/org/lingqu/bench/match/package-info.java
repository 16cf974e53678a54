/** One rule over one million firms, by Lingqu and by everything else. Start reading at {@link org.lingqu.bench.match.MatchBench}. */
@NullMarked
package org.lingqu.bench.match;

import org.jspecify.annotations.NullMarked;
