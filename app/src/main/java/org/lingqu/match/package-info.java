/** All firms of a list against all policies in force, and what to tell each. Start reading at {@link org.lingqu.match.Match}. */
@NullMarked
package org.lingqu.match;

import org.jspecify.annotations.NullMarked;
