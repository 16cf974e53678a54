package org.lingqu.engine.text;

/** The Chinese script a page was written in, before repairs. ISO 15924 codes where they exist. */
public enum Script {
    /** Simplified. */
    HANS("Hans"),
    /** Traditional. */
    HANT("Hant"),
    /** Both in earnest, not merely a quoted name. */
    MIXED("mixed");

    private final String code;

    Script(String code) {
        this.code = code;
    }

    /** The code as printed. */
    public String code() {
        return code;
    }
}
