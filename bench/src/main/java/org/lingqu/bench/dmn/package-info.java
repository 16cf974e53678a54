/** Exported policies in other people's DMN engines. Start reading at {@link org.lingqu.bench.dmn.DmnBench}. */
@NullMarked
package org.lingqu.bench.dmn;

import org.jspecify.annotations.NullMarked;
