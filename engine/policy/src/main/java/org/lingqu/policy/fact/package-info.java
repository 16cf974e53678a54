/** What is held about a firm: the dictionary of facts, and a firm's values. Start reading at {@link org.lingqu.policy.fact.Facts}. */
@NullMarked
package org.lingqu.policy.fact;

import org.jspecify.annotations.NullMarked;
