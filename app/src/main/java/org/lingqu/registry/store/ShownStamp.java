package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_SHOWN;

import org.jooq.DSLContext;

/** By which rules what lists show was worked out. Every method works inside the transaction it is given. */
public final class ShownStamp {

    private ShownStamp() {}

    /** Empty where nobody has said. */
    public static String get(DSLContext in) {
        return in.select(REGISTRY_SHOWN.STAMP)
                .from(REGISTRY_SHOWN)
                .limit(1)
                .fetchOptional(REGISTRY_SHOWN.STAMP)
                .orElse("");
    }

    /** In place of what it was. */
    public static void set(DSLContext in, String stamp) {
        in.deleteFrom(REGISTRY_SHOWN).execute();
        in.insertInto(REGISTRY_SHOWN).set(REGISTRY_SHOWN.STAMP, stamp).execute();
    }
}
