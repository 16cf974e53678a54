/**
 * 试算: what other figures in a policy would do to the enterprises that are held. Start reading at
 * {@link org.lingqu.policy.trial.Trials}.
 */
@NullMarked
package org.lingqu.policy.trial;

import org.jspecify.annotations.NullMarked;
