/** Tables of policies. */
@NullMarked
package org.lingqu.policy.store;

import org.jspecify.annotations.NullMarked;
