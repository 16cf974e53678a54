package org.lingqu.ladder.store;

import static org.lingqu.ladder.store.db.Tables.LADDER_TARGET;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.lingqu.database.ColumnText;
import org.lingqu.ladder.Target;

/** Targets as rows. Every method works inside the transaction it is given. */
public final class TargetRows {

    private TargetRows() {}

    /** Of a year. */
    public static SortedMap<Target, Integer> of(DSLContext in, int year) {
        var targets = new TreeMap<Target, Integer>();
        in.selectFrom(LADDER_TARGET)
                .where(LADDER_TARGET.YEAR.eq(year))
                .forEach(row -> targets.put(new Target(row.getTitle(), row.getPlace()), row.getTarget()));
        return targets;
    }

    /** Sets one. */
    public static void set(DSLContext in, Target target, int year, int number, String person, Instant now) {
        remove(in, target, year);
        in.insertInto(LADDER_TARGET)
                .set(LADDER_TARGET.TITLE, target.title())
                .set(LADDER_TARGET.YEAR, year)
                .set(LADDER_TARGET.PLACE, target.place())
                .set(LADDER_TARGET.TARGET, number)
                .set(LADDER_TARGET.PERSON, ColumnText.cut(person, 100))
                .set(LADDER_TARGET.ENTERED_AT, now)
                .execute();
    }

    /** Takes one back. */
    public static void remove(DSLContext in, Target target, int year) {
        in.deleteFrom(LADDER_TARGET)
                .where(LADDER_TARGET.TITLE.eq(target.title()))
                .and(LADDER_TARGET.YEAR.eq(year))
                .and(LADDER_TARGET.PLACE.eq(target.place()))
                .execute();
    }
}
