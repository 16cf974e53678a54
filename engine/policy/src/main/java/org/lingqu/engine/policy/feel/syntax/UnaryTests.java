package org.lingqu.engine.policy.feel.syntax;

import java.util.List;

/**
 * The cell of a decision table: {@code < 5, [7..9]}, {@code not("a", "b")}, or {@code -}, which everything passes.
 *
 * @param tests one of them has to hold; empty for {@code -}
 * @param negated whether none may hold instead
 */
public record UnaryTests(List<Expression> tests, boolean negated) {

    public UnaryTests {
        tests = List.copyOf(tests);
    }
}
