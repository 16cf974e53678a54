package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_VIEW;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.lingqu.registry.SavedView;

/** Lists that people keep, as rows. Every method works inside the transaction it is given. */
public final class ViewRows {

    private ViewRows() {}

    /** Those of a person, by name. */
    public static List<SavedView> of(DSLContext in, long person) {
        return in.select(REGISTRY_VIEW.ID, REGISTRY_VIEW.NAME, REGISTRY_VIEW.QUERY)
                .from(REGISTRY_VIEW)
                .where(REGISTRY_VIEW.PERSON_ID.eq(person))
                .orderBy(REGISTRY_VIEW.NAME)
                .fetch(row -> new SavedView(row.value1(), row.value2(), row.value3()));
    }

    /** Keeps one, in place of what bears the same name. */
    public static void keep(DSLContext in, long person, String name, String query, Instant now) {
        in.insertInto(
                        REGISTRY_VIEW,
                        REGISTRY_VIEW.PERSON_ID,
                        REGISTRY_VIEW.NAME,
                        REGISTRY_VIEW.QUERY,
                        REGISTRY_VIEW.CREATED_AT)
                .values(person, name, query, now)
                .onConflict(REGISTRY_VIEW.PERSON_ID, REGISTRY_VIEW.NAME)
                .doUpdate()
                .set(REGISTRY_VIEW.QUERY, query)
                .set(REGISTRY_VIEW.CREATED_AT, now)
                .execute();
    }

    /** Removes one of a person's; false where she has none of that number. */
    public static boolean remove(DSLContext in, long person, long id) {
        return in.deleteFrom(REGISTRY_VIEW)
                        .where(REGISTRY_VIEW.ID.eq(id))
                        .and(REGISTRY_VIEW.PERSON_ID.eq(person))
                        .execute()
                == 1;
    }
}
