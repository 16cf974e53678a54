/** Mains that run an engine over a Spark cluster. Start reading at {@link org.lingqu.jobs.MatchPolicies}. */
@NullMarked
package org.lingqu.jobs;

import org.jspecify.annotations.NullMarked;
