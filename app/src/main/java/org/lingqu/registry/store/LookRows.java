package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_LOOK;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.lingqu.account.Role;
import org.lingqu.database.ColumnText;
import org.lingqu.registry.Look;

/** Who opened which file, as rows. */
public final class LookRows {

    private LookRows() {}

    /** Whether she opened it that day. */
    public static boolean isThere(DSLContext in, long enterprise, long person, LocalDate day) {
        return in.fetchExists(
                REGISTRY_LOOK,
                REGISTRY_LOOK
                        .ENTERPRISE_ID
                        .eq(enterprise)
                        .and(REGISTRY_LOOK.PERSON_ID.eq(person))
                        .and(REGISTRY_LOOK.LOOKED_ON.eq(day)));
    }

    /** Notes it, unless it is noted. */
    public static void insert(DSLContext in, long enterprise, Look look, LocalDate day) {
        in.insertInto(REGISTRY_LOOK)
                .set(REGISTRY_LOOK.ENTERPRISE_ID, enterprise)
                .set(REGISTRY_LOOK.PERSON_ID, look.personId())
                .set(REGISTRY_LOOK.LOOKED_ON, day)
                .set(REGISTRY_LOOK.PERSON, ColumnText.cut(look.person(), 100))
                .set(REGISTRY_LOOK.ROLE, look.role().name())
                .set(REGISTRY_LOOK.LOOKED_AT, look.at())
                .onConflictDoNothing()
                .execute();
    }

    /** The newest of an enterprise. */
    public static List<Look> of(DSLContext in, long enterprise, int most) {
        return in.selectFrom(REGISTRY_LOOK)
                .where(REGISTRY_LOOK.ENTERPRISE_ID.eq(enterprise))
                .orderBy(REGISTRY_LOOK.LOOKED_AT.desc(), REGISTRY_LOOK.PERSON_ID)
                .limit(most)
                .fetch(row ->
                        new Look(row.getPersonId(), row.getPerson(), Role.valueOf(row.getRole()), row.getLookedAt()));
    }
}
