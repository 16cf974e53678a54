/** Targets of ladders, as rows. */
@NullMarked
package org.lingqu.ladder.store;

import org.jspecify.annotations.NullMarked;
