package org.lingqu.engine.policy.dmn;

/**
 * What is supposed of open questions and judgements, for or against the condition that is asked about; a finding is manual when
 * both extremes settle it.
 */
enum Supposition {
    OPEN(""),
    YES("_若全肯定"),
    NO("_若全否定");

    private final String suffix;

    Supposition(String suffix) {
        this.suffix = suffix;
    }

    /** What speaks for something speaks against its opposite. */
    Supposition opposite() {
        return switch (this) {
            case OPEN -> OPEN;
            case YES -> NO;
            case NO -> YES;
        };
    }

    /** Behind the name of a decision that supposes it. */
    String suffix() {
        return suffix;
    }
}
