package org.lingqu.engine.policy.feel.eval;

/** What one evaluation may cost, so that no expression can occupy the machine. */
final class Budget {

    /** Steps of evaluation: nodes visited, loop turns, list elements copied. */
    private static final long MOST_STEPS = 2_000_000;

    /** Nested evaluations, calls of functions included: well inside the stack of an ordinary thread. */
    private static final int DEEPEST = 900;

    private long steps;
    private int depth;

    /** Ends an evaluation; caught where it began. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted(String message) {
            super(message, null, false, false);
        }
    }

    void spend(long cost) {
        steps += cost;
        if (steps > MOST_STEPS) {
            throw new Exhausted("The expression takes more than " + MOST_STEPS + " steps.");
        }
    }

    void enter() {
        spend(1);
        if (++depth > DEEPEST) {
            throw new Exhausted("The expression calls itself more than " + DEEPEST + " levels deep.");
        }
    }

    void leave() {
        depth--;
    }
}
