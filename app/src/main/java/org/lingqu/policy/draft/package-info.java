/**
 * Policies while they are written: drafts with every revision, a second person who approves, and what was published here. Start
 * reading at {@link org.lingqu.policy.draft.Drafts}.
 */
@NamedInterface("draft") // the demonstration publishes its policies as people do
@NullMarked
package org.lingqu.policy.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
