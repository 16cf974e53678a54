package org.lingqu.policy;

/** How an enterprise stands to a policy, as far as figures tell. */
public enum Standing {
    /** It meets everything. */
    MET,
    /** One criterion alone is not met; the others are, or only people can confirm them. */
    NEAR,
    /** Facts are missing, or somebody has to confirm something. */
    OPEN,
    /** It does not meet it. */
    NOT_MET,
    /** The policy is not meant for it. */
    NOT_APPLICABLE
}
