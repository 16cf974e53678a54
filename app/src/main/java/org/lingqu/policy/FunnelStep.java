package org.lingqu.policy;

import org.lingqu.engine.policy.pack.Criterion;

/**
 * A criterion in the order of the file, and what it leaves of the enterprises that the policy is meant for.
 *
 * @param fallen those that meet every criterion before, as far as is known, and not this one
 * @param left those that remain; facts may be missing of some
 */
public record FunnelStep(Criterion criterion, int fallen, int left) {}
