/**
 * FEEL, the expression language of OMG's Decision Model and Notation (DMN 1.5), as the syntax of conditions.
 * Start reading at {@link org.lingqu.engine.policy.feel.Feel}.
 */
@NullMarked
package org.lingqu.engine.policy.feel;

import org.jspecify.annotations.NullMarked;
