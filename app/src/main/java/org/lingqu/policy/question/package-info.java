/**
 * What is asked of an enterprise: only facts that are missing and could change an answer, and what only people can confirm. Start
 * reading at {@link org.lingqu.policy.question.Questions}.
 */
@NullMarked
package org.lingqu.policy.question;

import org.jspecify.annotations.NullMarked;
