/** What arithmetic says of the statements. Start reading at {@link org.lingqu.engine.text.check.Arithmetic}. */
@NullMarked
package org.lingqu.engine.text.check;

import org.jspecify.annotations.NullMarked;
