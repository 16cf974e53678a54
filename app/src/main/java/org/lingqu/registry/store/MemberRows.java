package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_MEMBER;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** Who acts for which enterprise, as rows. */
public final class MemberRows {

    private MemberRows() {}

    /** From now on a person acts for an enterprise. */
    public static void join(DSLContext in, long enterprise, long person, Instant now) {
        in.insertInto(
                        REGISTRY_MEMBER,
                        REGISTRY_MEMBER.ENTERPRISE_ID,
                        REGISTRY_MEMBER.PERSON_ID,
                        REGISTRY_MEMBER.SINCE_AT)
                .values(enterprise, person, now)
                .onConflict(REGISTRY_MEMBER.ENTERPRISE_ID, REGISTRY_MEMBER.PERSON_ID)
                .doUpdate()
                .setNull(REGISTRY_MEMBER.UNTIL_AT)
                .execute();
    }

    /** From now on a person does not. */
    public static void leave(DSLContext in, long enterprise, long person, Instant now) {
        in.update(REGISTRY_MEMBER)
                .set(REGISTRY_MEMBER.UNTIL_AT, now)
                .where(REGISTRY_MEMBER.ENTERPRISE_ID.eq(enterprise))
                .and(REGISTRY_MEMBER.PERSON_ID.eq(person))
                .and(REGISTRY_MEMBER.UNTIL_AT.isNull())
                .execute();
    }

    /** Whether a person acts for an enterprise. */
    public static boolean isMember(DSLContext in, long enterprise, long person) {
        return in.fetchExists(
                REGISTRY_MEMBER,
                REGISTRY_MEMBER
                        .ENTERPRISE_ID
                        .eq(enterprise)
                        .and(REGISTRY_MEMBER.PERSON_ID.eq(person))
                        .and(REGISTRY_MEMBER.UNTIL_AT.isNull()));
    }

    /** The enterprises that a person acts for. */
    public static List<Long> enterprises(DSLContext in, long person) {
        return in.select(REGISTRY_MEMBER.ENTERPRISE_ID)
                .from(REGISTRY_MEMBER)
                .where(REGISTRY_MEMBER.PERSON_ID.eq(person))
                .and(REGISTRY_MEMBER.UNTIL_AT.isNull())
                .orderBy(REGISTRY_MEMBER.ENTERPRISE_ID)
                .fetch(REGISTRY_MEMBER.ENTERPRISE_ID);
    }

    /** The people who act for an enterprise. */
    public static List<Long> people(DSLContext in, long enterprise) {
        return in.select(REGISTRY_MEMBER.PERSON_ID)
                .from(REGISTRY_MEMBER)
                .where(REGISTRY_MEMBER.ENTERPRISE_ID.eq(enterprise))
                .and(REGISTRY_MEMBER.UNTIL_AT.isNull())
                .orderBy(REGISTRY_MEMBER.PERSON_ID)
                .fetch(REGISTRY_MEMBER.PERSON_ID);
    }
}
