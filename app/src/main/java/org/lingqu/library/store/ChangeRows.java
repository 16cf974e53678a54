package org.lingqu.library.store;

import static org.lingqu.library.store.db.Tables.LIBRARY_CHANGE;
import static org.lingqu.library.store.db.Tables.LIBRARY_PAGE;
import static org.lingqu.library.store.db.Tables.LIBRARY_STATEMENT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Which pages have changed, in an order that holds on both databases. Every method works inside the transaction it is given. */
public final class ChangeRows {

    private static final long ONLY = 1;

    private ChangeRows() {}

    /**
     * How far a base is.
     *
     * @param base tells it from every other
     * @param last number of its last change, from 1
     */
    public record State(String base, long last) {}

    /** A page and the number of its last change. */
    public record Changed(long page, long number) {}

    /** How far the base is; empty before its first change. */
    public static Optional<State> state(DSLContext in) {
        return in.select(LIBRARY_CHANGE.BASE, LIBRARY_CHANGE.LAST_CHANGE)
                .from(LIBRARY_CHANGE)
                .where(LIBRARY_CHANGE.ID.eq(ONLY))
                .fetchOptional()
                .map(row -> new State(row.value1(), row.value2()));
    }

    /** Gives each of the pages the number of another change. Others who change pages wait from here on until this is safe or undone. */
    public static void number(DSLContext in, List<Long> pages) {
        in.insertInto(LIBRARY_CHANGE, LIBRARY_CHANGE.ID, LIBRARY_CHANGE.BASE, LIBRARY_CHANGE.LAST_CHANGE)
                .values(ONLY, UUID.randomUUID().toString(), 0L)
                .onConflictDoNothing()
                .execute();
        in.update(LIBRARY_CHANGE)
                .set(LIBRARY_CHANGE.LAST_CHANGE, LIBRARY_CHANGE.LAST_CHANGE.plus((long) pages.size()))
                .where(LIBRARY_CHANGE.ID.eq(ONLY))
                .execute();
        long number = state(in).orElseThrow().last() - pages.size();
        for (long page : pages) {
            number(in, page, ++number);
        }
    }

    /** What came or was opened with this change bears its number from now on. */
    private static void number(DSLContext in, long page, long number) {
        in.update(LIBRARY_PAGE)
                .set(LIBRARY_PAGE.CHANGE_NUMBER, number)
                .set(LIBRARY_PAGE.ARRIVED_CHANGE, numbered(LIBRARY_PAGE.ARRIVED_CHANGE, number))
                .set(LIBRARY_PAGE.OPENED_CHANGE, numbered(LIBRARY_PAGE.OPENED_CHANGE, number))
                .where(LIBRARY_PAGE.ID.eq(page))
                .execute();
        in.update(LIBRARY_STATEMENT)
                .set(LIBRARY_STATEMENT.ARRIVED_CHANGE, number)
                .where(LIBRARY_STATEMENT.PAGE_ID.eq(page), LIBRARY_STATEMENT.ARRIVED_CHANGE.eq(0L))
                .execute();
    }

    private static Field<Long> numbered(Field<Long> field, long number) {
        return DSL.when(field.eq(0L), number).otherwise(field);
    }

    /** Pages whose last change has a greater number, in the order of their changes. */
    public static List<Changed> after(DSLContext in, long number, int limit) {
        return in.select(LIBRARY_PAGE.ID, LIBRARY_PAGE.CHANGE_NUMBER)
                .from(LIBRARY_PAGE)
                .where(LIBRARY_PAGE.CHANGE_NUMBER.gt(number))
                .orderBy(LIBRARY_PAGE.CHANGE_NUMBER)
                .limit(limit)
                .fetch(row -> new Changed(row.value1(), row.value2()));
    }
}
