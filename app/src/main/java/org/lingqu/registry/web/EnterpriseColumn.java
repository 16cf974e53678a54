package org.lingqu.registry.web;

/** What a list of enterprises can show beside name and code. */
public enum EnterpriseColumn {
    REGION("registry.filter.region", false),
    PARK("registry.filter.park", false),
    INDUSTRY("registry.filter.industry", false),
    SIZE("registry.filter.size", false),
    FOUNDED("registry.founded", false),
    REVENUE("registry.revenue", true),
    RD_COSTS("registry.rd", true),
    STAFF("registry.staff", true),
    YEAR("registry.year", true),
    VALUES_HELD("registry.values-held", true),
    CONFLICTS("registry.conflicts-held", true),
    UPDATED("registry.updated", false);

    private final String key;
    private final boolean figure;

    EnterpriseColumn(String key, boolean figure) {
        this.key = key;
        this.figure = figure;
    }

    /** Of the word files. */
    public String key() {
        return key;
    }

    /** Whether it stands right. */
    public boolean isFigure() {
        return figure;
    }
}
