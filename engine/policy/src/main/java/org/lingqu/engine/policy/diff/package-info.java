/** What changed between two versions of a policy. Start reading at {@link org.lingqu.engine.policy.diff.PolicyDiff}. */
@NullMarked
package org.lingqu.engine.policy.diff;

import org.jspecify.annotations.NullMarked;
