/** Decisions in words and in JSON. Start reading at {@link org.lingqu.engine.policy.explain.DecisionText}. */
@NullMarked
package org.lingqu.engine.policy.explain;

import org.jspecify.annotations.NullMarked;
