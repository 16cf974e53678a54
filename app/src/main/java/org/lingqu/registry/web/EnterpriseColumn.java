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
    UPDATED("registry.updated", Kind.SHORT),
    CONTACT("contact.title", Kind.WORDS),
    CONTACT_POST("contact.post", Kind.WORDS),
    CONTACT_PHONE("contact.phone-of", Kind.SHORT);

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

    /** Whether it tells of a person, so that only who calls may choose it. */
    public boolean isPersonal() {
        return this == CONTACT || this == CONTACT_POST || this == CONTACT_PHONE;
    }

    private enum Kind {
        WORDS,
        SHORT,
        FIGURE
    }
}
