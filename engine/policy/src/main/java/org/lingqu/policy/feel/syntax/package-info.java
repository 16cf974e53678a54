/** From text to tree and back: {@link org.lingqu.policy.feel.syntax.Expression}. */
@NullMarked
package org.lingqu.policy.feel.syntax;

import org.jspecify.annotations.NullMarked;
