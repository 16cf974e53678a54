/** A checked policy: who it is for, what it asks, what it grants and gives. Start reading at {@link org.lingqu.engine.policy.pack.Policy}. */
@NullMarked
package org.lingqu.engine.policy.pack;

import org.jspecify.annotations.NullMarked;
