package org.lingqu.library.version;

import org.lingqu.engine.text.Statement;

/** What became of a statement: the same region, indicator and period in both versions. */
public sealed interface StatementChange {

    /** Another value, growth, share or rank. */
    record Differs(Statement was, Statement now) implements StatementChange {}

    record Appeared(Statement now) implements StatementChange {}

    record Vanished(Statement was) implements StatementChange {}
}
