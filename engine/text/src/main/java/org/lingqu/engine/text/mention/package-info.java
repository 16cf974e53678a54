/** Policies, organisations, roles and actions that a page names. Start reading at {@link org.lingqu.engine.text.mention.MentionReader}. */
@NullMarked
package org.lingqu.engine.text.mention;

import org.jspecify.annotations.NullMarked;
