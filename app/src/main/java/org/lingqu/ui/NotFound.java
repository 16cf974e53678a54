package org.lingqu.ui;

/** What was asked for is not there, or not for this person: which of the two is not told. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** For a page of that name. */
    public NotFound() {
        super("not found", null, false, false);
    }
}
