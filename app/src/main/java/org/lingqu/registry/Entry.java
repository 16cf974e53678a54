package org.lingqu.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * Something said about an enterprise or a party, with who said it and who entered it. Never changed, only undone.
 *
 * @param enterprise number of what it is about
 * @param list the import it came with, null when it was typed in
 * @param row of that list, as Excel counts; 0 when it was typed in
 * @param source who supplied it
 * @param saidOn the day it speaks of
 * @param undoneAt null while it counts
 */
public record Entry(
        long id,
        long enterprise,
        @Nullable Long list,
        int row,
        Supplier source,
        LocalDate saidOn,
        Said said,
        @Nullable String note,
        long person,
        String personName,
        Instant enteredAt,
        @Nullable Instant undoneAt) {

    /** What a row of a list says; the database gives the number. */
    static Entry ofRow(long of, FirmListImport list, int row, Said said, Actor by, Instant now) {
        return new Entry(
                0, of, list.id(), row, list.source(), list.saidOn(), said, null, list.person(), by.name(), now, null);
    }

    /**
     * What somebody says without a list.
     *
     * @param order which of several that are entered together it is; the database gives the number that stays
     */
    static Entry said(
            Actor by,
            long order,
            long of,
            Supplier source,
            LocalDate saidOn,
            Said said,
            @Nullable String note,
            Instant now) {
        return new Entry(
                order,
                of,
                null,
                0,
                source,
                saidOn,
                said,
                note,
                by.person() == null ? 0 : by.person(),
                by.name(),
                now,
                null);
    }

    /** Whether it counts. */
    public boolean counts() {
        return undoneAt == null;
    }

    /**
     * Whether an officer can undo it by itself: it was typed in, it is not the enterprise's own word, and it does not say who that is.
     * What came with a list is undone with the list.
     */
    public boolean isUndoable() {
        return counts() && list == null && source != Supplier.FIRM && said.name() == null && said.code() == null;
    }
}
