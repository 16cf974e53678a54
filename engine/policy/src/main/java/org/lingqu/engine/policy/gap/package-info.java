/** What would have to change for a firm to get what it does not get. Start reading at {@link org.lingqu.engine.policy.gap.Gaps}. */
@NullMarked
package org.lingqu.engine.policy.gap;

import org.jspecify.annotations.NullMarked;
