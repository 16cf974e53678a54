/**
 * What was asked of enterprises, when, by whom and until when, and what came of it. Start reading at
 * {@link org.lingqu.policy.inquiry.Inquiries}.
 */
@NullMarked
package org.lingqu.policy.inquiry;

import org.jspecify.annotations.NullMarked;
