/** What is held about a firm: the dictionary of facts, and a firm's values. Start reading at {@link org.lingqu.engine.policy.fact.Facts}. */
@NullMarked
package org.lingqu.engine.policy.fact;

import org.jspecify.annotations.NullMarked;
