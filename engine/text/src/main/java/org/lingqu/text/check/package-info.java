/** What arithmetic says of the statements. Start reading at {@link org.lingqu.text.check.Arithmetic}. */
@NullMarked
package org.lingqu.text.check;

import org.jspecify.annotations.NullMarked;
