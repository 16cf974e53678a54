/**
 * What would change if a figure of a policy were another one: which figures there are and how they are called, the policy
 * with other figures in it, and both versions over all firms. Start reading at {@link org.lingqu.engine.policy.whatif.Thresholds}.
 */
@NullMarked
package org.lingqu.engine.policy.whatif;

import org.jspecify.annotations.NullMarked;
