/** The values of FEEL and what can be computed with them. Start reading at {@link org.lingqu.engine.policy.feel.value.Value}. */
@NullMarked
package org.lingqu.engine.policy.feel.value;

import org.jspecify.annotations.NullMarked;
