/** Text that remembers where it came from. Start reading at {@link org.lingqu.engine.text.trace.TracedText}. */
@NullMarked
package org.lingqu.engine.text.trace;

import org.jspecify.annotations.NullMarked;
