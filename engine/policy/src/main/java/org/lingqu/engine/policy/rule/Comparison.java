package org.lingqu.engine.policy.rule;

/** How two values are compared. */
public enum Comparison {
    LESS("<"),
    AT_MOST("<="),
    EQUAL("="),
    NOT_EQUAL("!="),
    AT_LEAST(">="),
    GREATER(">");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** As FEEL writes it. */
    public String sign() {
        return sign;
    }

    /** @param order what {@code compareTo} said of left and right */
    public boolean accepts(int order) {
        return switch (this) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case AT_LEAST -> order >= 0;
            case GREATER -> order > 0;
        };
    }

    /** The comparison that holds exactly when this one does not. */
    public Comparison opposite() {
        return switch (this) {
            case LESS -> AT_LEAST;
            case AT_MOST -> GREATER;
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case AT_LEAST -> LESS;
            case GREATER -> AT_MOST;
        };
    }

    /** The same comparison with its sides exchanged. */
    public Comparison mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case EQUAL, NOT_EQUAL -> this;
            case AT_LEAST -> AT_MOST;
            case GREATER -> LESS;
        };
    }

    /** Whether a larger left side can only help. */
    public boolean isUpwards() {
        return this == AT_LEAST || this == GREATER;
    }

    /** Whether the comparison is about order, so that both ends of a range agreeing settles it. */
    public boolean isOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }
}
