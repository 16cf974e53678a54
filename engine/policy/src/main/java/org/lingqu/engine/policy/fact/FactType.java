package org.lingqu.engine.policy.fact;

/** What kind of value a fact has, and so what may be done with it. */
public enum FactType {
    /** Chinese yuan (元), exact to the cent. Compares only with money. */
    MONEY,
    /** A number of things: people, patents, years. The fact's unit says of what. */
    COUNT,
    /** A pure number; 5 % is 0.05. */
    RATIO,
    /** A calendar day. */
    DATE,
    /** One code of a classification, such as an industry (C3952) or a region (450100). */
    CODE,
    /** Yes or no. */
    YES_NO,
    /** A title held, with the days between which it is valid. */
    TITLE,
    /** Several codes. */
    LIST,
    /** Free words; shown, never compared. */
    TEXT;

    /** Whether values are numbers. */
    public boolean isNumber() {
        return this == MONEY || this == COUNT || this == RATIO;
    }
}
