/** What changed between two versions of a policy. Start reading at {@link org.lingqu.policy.diff.PolicyDiff}. */
@NullMarked
package org.lingqu.policy.diff;

import org.jspecify.annotations.NullMarked;
