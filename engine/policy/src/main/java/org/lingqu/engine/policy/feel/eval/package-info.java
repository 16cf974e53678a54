/**
 * Strict FEEL: what an expression is worth by the letter of the standard, where what cannot be computed is null. Policies
 * are not decided with this; it serves the conformance suite and what is exported. Start reading at
 * {@link org.lingqu.engine.policy.feel.eval.Evaluator}.
 */
@NullMarked
package org.lingqu.engine.policy.feel.eval;

import org.jspecify.annotations.NullMarked;
