package org.lingqu.sheet;

/** Why a file cannot be read as a spreadsheet. */
public final class UnreadableSheet extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String advice;

    /**
     * @param code stable, upper case
     * @param message what was found
     * @param advice what a person can do about it
     */
    public UnreadableSheet(String code, String message, String advice) {
        super(message);
        this.code = code;
        this.advice = advice;
    }

    public String code() {
        return code;
    }

    public String advice() {
        return advice;
    }
}
