package org.lingqu.engine.policy.fact;

/** Who can supply a fact that is missing. */
public enum Supplier {
    FIRM,
    TAX,
    STATISTICS,
    MARKET_REGULATION,
    INTELLECTUAL_PROPERTY,
    SCIENCE,
    INDUSTRY,
    EXPERT,
    OTHER
}
