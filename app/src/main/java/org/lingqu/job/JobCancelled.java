package org.lingqu.job;

/** Somebody asked to stop; thrown where work can be left without harm. */
public final class JobCancelled extends RuntimeException {

    private static final long serialVersionUID = 1;

    JobCancelled() {
        super("cancelled", null, false, false);
    }
}
