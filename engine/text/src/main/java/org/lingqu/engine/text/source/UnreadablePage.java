package org.lingqu.engine.text.source;

/** Why a page cannot be read; becomes {@link org.lingqu.engine.text.PageRefused}. Never holds words of the page. */
public final class UnreadablePage extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String advice;

    /** See {@link org.lingqu.engine.text.PageRefused}. */
    public UnreadablePage(String code, String message, String advice) {
        super(message);
        this.code = code;
        this.advice = advice;
    }

    /** Stable, upper case. */
    public String code() {
        return code;
    }

    /** What a person can do about it. */
    public String advice() {
        return advice;
    }
}
