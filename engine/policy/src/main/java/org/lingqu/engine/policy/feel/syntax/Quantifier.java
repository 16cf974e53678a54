package org.lingqu.engine.policy.feel.syntax;

/** {@code some … satisfies} and {@code every … satisfies}. */
public enum Quantifier {
    SOME("some"),
    EVERY("every");

    private final String word;

    Quantifier(String word) {
        this.word = word;
    }

    /** As it is written in FEEL. */
    public String word() {
        return word;
    }
}
