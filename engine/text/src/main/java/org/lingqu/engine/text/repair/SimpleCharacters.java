package org.lingqu.engine.text.repair;

/** What traditional characters are written as in simplified script, one for one, for comparing texts rather than for repairing them. */
public final class SimpleCharacters {

    private SimpleCharacters() {}

    /** The simplified character; the character itself when it is one already or none at all. */
    public static char of(char c) {
        return Simplifier.standard().simple(c);
    }
}
