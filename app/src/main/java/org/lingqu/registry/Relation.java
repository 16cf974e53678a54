package org.lingqu.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * That one stands to another in some role, since a day. Never changed: another row replaces it, or it is taken back.
 *
 * @param title as what, 理事长单位; empty where there is nothing to say
 * @param begins the first day; null when nobody has said since when
 * @param ends the last day, inclusive; null while it lasts
 * @param list the import it came with; null when it was typed in
 * @param row of that list, as Excel counts; 0 when it was typed in
 * @param replaces the relation that said it before with other days; null when none did
 * @param goneAt when it was replaced or taken back; null while it counts
 */
public record Relation(
        long id,
        RelationRole role,
        RelationEnd from,
        RelationEnd to,
        String title,
        @Nullable LocalDate begins,
        @Nullable LocalDate ends,
        @Nullable Long list,
        int row,
        Supplier source,
        LocalDate saidOn,
        long person,
        String personName,
        Instant enteredAt,
        @Nullable Long replaces,
        @Nullable Instant goneAt) {

    /** Whether it is over on a day. */
    public boolean isOver(LocalDate day) {
        return ends != null && ends.isBefore(day);
    }

    /** The same with other days, said by somebody else; it replaces this one. */
    Relation dated(
            @Nullable LocalDate from, @Nullable LocalDate until, Supplier by, LocalDate day, Relation.Entered entered) {
        return new Relation(
                0,
                role,
                this.from,
                to,
                title,
                from,
                until,
                entered.list(),
                entered.row(),
                by,
                day,
                entered.person(),
                entered.personName(),
                entered.at(),
                id,
                null);
    }

    /** Who entered it, when, and with which row of which list; null and 0 where it was typed in. */
    record Entered(@Nullable Long list, int row, long person, String personName, Instant at) {}

    /** {@code 2024-01-01—2026-12-31}; what nobody said is left open. */
    String span() {
        return (begins == null ? "" : begins) + "—" + (ends == null ? "" : ends);
    }
}
