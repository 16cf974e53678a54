/** Policies, organisations, roles and actions that a page names. Start reading at {@link org.lingqu.text.mention.MentionReader}. */
@NullMarked
package org.lingqu.text.mention;

import org.jspecify.annotations.NullMarked;
