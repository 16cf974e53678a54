package org.lingqu.ladder.store;

import static org.lingqu.ladder.store.db.Tables.LADDER_TARGET;

import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.lingqu.database.ColumnText;

/** Targets as rows. Every method works inside the transaction it is given. */
public final class TargetRows {

    private TargetRows() {}

    /** Of a year, by title. */
    public static Map<String, Integer> of(DSLContext in, int year) {
        return in.selectFrom(LADDER_TARGET)
                .where(LADDER_TARGET.YEAR.eq(year))
                .orderBy(LADDER_TARGET.TITLE)
                .fetchMap(LADDER_TARGET.TITLE, LADDER_TARGET.TARGET);
    }

    /** Sets one. */
    public static void set(DSLContext in, String title, int year, int target, String person, Instant now) {
        remove(in, title, year);
        in.insertInto(LADDER_TARGET)
                .set(LADDER_TARGET.TITLE, title)
                .set(LADDER_TARGET.YEAR, year)
                .set(LADDER_TARGET.TARGET, target)
                .set(LADDER_TARGET.PERSON, ColumnText.cut(person, 100))
                .set(LADDER_TARGET.ENTERED_AT, now)
                .execute();
    }

    /** Takes one back. */
    public static void remove(DSLContext in, String title, int year) {
        in.deleteFrom(LADDER_TARGET)
                .where(LADDER_TARGET.TITLE.eq(title))
                .and(LADDER_TARGET.YEAR.eq(year))
                .execute();
    }
}
