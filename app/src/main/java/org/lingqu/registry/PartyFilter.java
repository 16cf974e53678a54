package org.lingqu.registry;

import java.time.LocalDate;

/**
 * Which parties are meant; everything empty means all of the kind.
 *
 * @param words parts of the name, or the beginning of a credit code
 * @param region code of GB/T 2260; those below it belong to it
 * @param standing whether it lasts on {@code day}
 * @param conflicts only those for which sources disagree
 */
public record PartyFilter(
        PartyKind kind,
        String words,
        String level,
        String region,
        Standing standing,
        LocalDate day,
        boolean conflicts) {

    /** Whether something lasts. */
    public enum Standing {
        /** All that are listed. */
        ALL,
        /** Not over yet. */
        CURRENT,
        /** Over. */
        OVER,
        /** Over within 180 days. */
        ENDING,
        /** Removed, so that they can be brought back. */
        REMOVED
    }

    /** How far ahead {@link Standing#ENDING} looks. */
    public static final int ENDING_DAYS = 180;

    /** All of a kind. */
    public static PartyFilter all(PartyKind kind, LocalDate day) {
        return new PartyFilter(kind, "", "", "", Standing.ALL, day, false);
    }
}
