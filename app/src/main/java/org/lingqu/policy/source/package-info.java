/**
 * Where a policy stands written: the pages of the library that are its document or name it, and the words of its articles. Start reading
 * at {@link org.lingqu.policy.source.Sources}.
 */
@NullMarked
package org.lingqu.policy.source;

import org.jspecify.annotations.NullMarked;
