/** Measurements that anybody can repeat. Start reading at {@link org.lingqu.bench.Bench}. */
@NullMarked
package org.lingqu.bench;

import org.jspecify.annotations.NullMarked;
