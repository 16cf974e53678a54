package org.lingqu.engine.policy.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.Grant;

/**
 * Whether a firm gets one of the titles that a policy grants.
 *
 * @param finding the policy's answer and the title's own condition together
 * @param until the last day of the title if it were granted on the as-of date, inclusive; null when it does not expire or nobody
 *     knows when
 */
public record GrantFinding(
        Grant grant, Finding finding, @Nullable LocalDate until) {}
