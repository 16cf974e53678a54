/** Text that remembers where it came from. Start reading at {@link org.lingqu.text.trace.TracedText}. */
@NullMarked
package org.lingqu.text.trace;

import org.jspecify.annotations.NullMarked;
