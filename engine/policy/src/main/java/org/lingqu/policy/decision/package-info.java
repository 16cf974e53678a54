/** What policies say of a firm, and why. Start reading at {@link org.lingqu.policy.decision.Finding}. */
@NullMarked
package org.lingqu.policy.decision;

import org.jspecify.annotations.NullMarked;
