package org.lingqu.registry;

/** How a list of enterprises is sorted; what is not held comes last. */
public enum EnterpriseOrder {
    REVENUE,
    RD_COSTS,
    STAFF,
    NEWEST,
    OLDEST,
    NAME,
    UPDATED,
    CONFLICTS
}
