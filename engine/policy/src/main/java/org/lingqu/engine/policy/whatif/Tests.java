package org.lingqu.engine.policy.whatif;

import java.util.List;
import org.lingqu.engine.policy.column.Node;

/** Tests about tests: whether an answer is known, and whether it can still be yes. Both are never unknown. */
final class Tests {

    private static final Node.Amount ONE = new Node.Literal(java.math.BigDecimal.ONE);
    private static final Node.Amount ZERO = new Node.Literal(java.math.BigDecimal.ZERO);

    private Tests() {}

    static Node.Test known(Node.Test test) {
        return new Node.Present(new Node.Choice(test, ONE, ZERO));
    }

    /** Yes or still open. */
    static Node.Test possible(Node.Test test) {
        return new Node.Not(new Node.All(List.of(new Node.Not(test), known(test))));
    }
}
