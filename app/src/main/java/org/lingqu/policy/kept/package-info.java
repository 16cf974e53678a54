/** Decisions over time: what policies said of an enterprise, kept when it changes. Start reading at {@link org.lingqu.policy.kept.KeptDecisions}. */
@NullMarked
package org.lingqu.policy.kept;

import org.jspecify.annotations.NullMarked;
