package org.lingqu.registry.web;

/** What a list of enterprises can show beside name and code. */
public enum EnterpriseColumn {
    REGION("registry.filter.region", Kind.WORDS),
    PARK("registry.filter.park", Kind.WORDS),
    INDUSTRY("registry.filter.industry", Kind.WORDS),
    SIZE("registry.filter.size", Kind.SHORT),
    FOUNDED("registry.founded", Kind.SHORT),
    REVENUE("registry.revenue", Kind.FIGURE),
    RD_COSTS("registry.rd", Kind.FIGURE),
    STAFF("registry.staff", Kind.FIGURE),
    YEAR("registry.year", Kind.FIGURE),
    VALUES_HELD("registry.values-held", Kind.FIGURE),
    CONFLICTS("registry.conflicts-held", Kind.FIGURE),
    UPDATED("registry.updated", Kind.SHORT);

    private final String key;
    private final Kind kind;

    EnterpriseColumn(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    /** Of the word files. */
    public String key() {
        return key;
    }

    /** Whether it stands right. */
    public boolean isFigure() {
        return kind == Kind.FIGURE;
    }

    /** Whether it is read in one line, as a date is. */
    public boolean isOneLine() {
        return kind != Kind.WORDS;
    }

    private enum Kind {
        WORDS,
        SHORT,
        FIGURE
    }
}
