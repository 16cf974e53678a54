/** What policies say of a firm, and why. Start reading at {@link org.lingqu.engine.policy.decision.Finding}. */
@NullMarked
package org.lingqu.engine.policy.decision;

import org.jspecify.annotations.NullMarked;
