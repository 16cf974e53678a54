package org.lingqu.engine.policy.sql;

/** A rule that SQL could not decide exactly, and why; the columnar evaluator can. */
public final class SqlRefused extends Exception {

    private static final long serialVersionUID = 1L;

    SqlRefused(String why) {
        super(why);
    }
}
