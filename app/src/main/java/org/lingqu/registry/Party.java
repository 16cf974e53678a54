package org.lingqu.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One party of innovation (创新主体) as lists show it: an institution, platform, team, talent, park, cluster or alliance, or a right.
 *
 * @param code 统一社会信用代码, null while no source has given one; of a kind that is numbered, its number
 * @param level as the dictionary of its kind has it, 国家级; null when not held
 * @param regionCode six digits of GB/T 2260; null when not held
 * @param begins founded, approved or recognised; null when not held
 * @param ends the last day, inclusive; null while it does not end
 * @param conflicts for how many values sources disagree
 * @param listed false once every entry about it was undone, or it was removed
 * @param removedAt null while it stands
 * @param removedWords why it was removed; null while it stands
 * @param rowVersion counts changes, so that two people who change the same record notice
 */
public record Party(
        long id,
        PartyKind kind,
        String name,
        @Nullable String code,
        @Nullable String level,
        @Nullable String regionCode,
        @Nullable LocalDate begins,
        @Nullable LocalDate ends,
        int valuesHeld,
        int conflicts,
        boolean listed,
        @Nullable Instant removedAt,
        @Nullable String removedWords,
        Instant updatedAt,
        int rowVersion) {

    /** Whether it is over on a day. */
    public boolean isOver(LocalDate day) {
        return ends != null && ends.isBefore(day);
    }
}
