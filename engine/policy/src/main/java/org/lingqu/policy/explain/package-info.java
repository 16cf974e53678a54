/** Decisions in words and in JSON. Start reading at {@link org.lingqu.policy.explain.DecisionText}. */
@NullMarked
package org.lingqu.policy.explain;

import org.jspecify.annotations.NullMarked;
