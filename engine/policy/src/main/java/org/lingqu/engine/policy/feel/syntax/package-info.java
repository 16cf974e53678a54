/** From text to tree and back: {@link org.lingqu.engine.policy.feel.syntax.Expression}. */
@NullMarked
package org.lingqu.engine.policy.feel.syntax;

import org.jspecify.annotations.NullMarked;
