package org.lingqu.engine.policy.feel.syntax;

/** The five operators that compute. */
public enum ArithmeticOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    POWER("**");

    private final String symbol;

    ArithmeticOperator(String symbol) {
        this.symbol = symbol;
    }

    /** As it is written in FEEL. */
    public String symbol() {
        return symbol;
    }
}
