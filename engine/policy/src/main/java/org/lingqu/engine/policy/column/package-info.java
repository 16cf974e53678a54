/**
 * All firms at once: policies become one flat list of operations over columns, run in batches of 1,024 firms.
 *
 * <p>A condition is two bit sets, true and false; unknown is neither. Numbers are doubles with an error bound, and a row too
 * close to call is decided in decimals, so that the answers are those of the interpreter. Start reading at {@link Plan}.
 */
@NullMarked
package org.lingqu.engine.policy.column;

import org.jspecify.annotations.NullMarked;
