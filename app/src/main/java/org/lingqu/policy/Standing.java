package org.lingqu.policy;

/** How an enterprise stands to a policy, as far as figures tell. */
public enum Standing {
    /** It meets everything. */
    MET,
    /**
     * One step away (只差一项): it is known that the policy is meant for it, it holds none of the policy's titles, and of the criteria
     * that all have to be met exactly one is not. The others are met, one of them at least, or wait for people; where nobody has a say
     * no fact is missing that could hide a second step. A group of which one part is enough is one criterion. A policy that asks a single thing
     * has nobody near: that list would be everybody who fails it. Where a title is what is missed, some policy in force that awards it is met,
     * open or near; else that title is no step. Who holds the title and misses a criterion is {@link #NOT_MET}, but for a review (复核), which
     * is meant for holders.
     */
    NEAR,
    /** Facts are missing, or somebody has to confirm something. */
    OPEN,
    /** It does not meet it, and is not near. */
    NOT_MET,
    /** The policy is not meant for it. */
    NOT_APPLICABLE
}
