package org.lingqu.registry.store;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.noCondition;
import static org.lingqu.registry.store.db.Tables.REGISTRY_ENTERPRISE;
import static org.lingqu.registry.store.db.Tables.REGISTRY_MEMBER;
import static org.lingqu.registry.store.db.Tables.REGISTRY_TITLE;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.NameKey;

/** Lists of what somebody acts for; lists of all are found in memory. Every method works inside the transaction it is given. */
public final class EnterpriseQuery {

    private EnterpriseQuery() {}

    /**
     * A part of a list.
     *
     * @param member who acts for the enterprises
     */
    public static List<Enterprise> find(
            DSLContext in, EnterpriseFilter filter, EnterpriseOrder order, long member, int offset, int limit) {
        return in.selectFrom(REGISTRY_ENTERPRISE)
                .where(condition(filter, member))
                .orderBy(sort(order), REGISTRY_ENTERPRISE.ID.asc())
                .limit(limit)
                .offset(offset)
                .fetch(EnterpriseRows::enterprise);
    }

    /** How many there are. */
    public static int count(DSLContext in, EnterpriseFilter filter, long member) {
        return in.fetchCount(REGISTRY_ENTERPRISE, condition(filter, member));
    }

    /** Titles that run out and are not renewed yet, by day. */
    public static List<Enterprises.Expiry> expiries(DSLContext in, LocalDate from, LocalDate to) {
        var enterprises = countDistinct(REGISTRY_TITLE.ENTERPRISE_ID);
        var later = REGISTRY_TITLE.as("later");
        return in.select(REGISTRY_TITLE.TITLE, REGISTRY_TITLE.VALID_TO, enterprises)
                .from(REGISTRY_TITLE)
                .where(REGISTRY_TITLE.VALID_TO.between(from.toString(), to.toString()))
                .and(DSL.notExists(DSL.selectOne()
                        .from(later)
                        .where(later.ENTERPRISE_ID.eq(REGISTRY_TITLE.ENTERPRISE_ID))
                        .and(later.TITLE.eq(REGISTRY_TITLE.TITLE))
                        .and(later.VALID_TO.isNull().or(later.VALID_TO.gt(REGISTRY_TITLE.VALID_TO)))))
                .groupBy(REGISTRY_TITLE.TITLE, REGISTRY_TITLE.VALID_TO)
                .orderBy(REGISTRY_TITLE.VALID_TO, REGISTRY_TITLE.TITLE)
                .fetch(row -> new Enterprises.Expiry(row.value1(), LocalDate.parse(row.value2()), row.value3()));
    }

    private static Condition condition(EnterpriseFilter filter, long member) {
        Condition where = REGISTRY_ENTERPRISE.LISTED.isTrue();
        for (String word : filter.words().strip().split("\\s+", -1)) {
            where = word.isEmpty() ? where : where.and(named(word));
        }
        where = where.and(begins(REGISTRY_ENTERPRISE.REGION_CODE, regionPrefix(filter.region())))
                .and(begins(REGISTRY_ENTERPRISE.INDUSTRY_CODE, filter.industry()))
                .and(filter.park().isEmpty() ? noCondition() : REGISTRY_ENTERPRISE.PARK.eq(filter.park()))
                .and(
                        filter.sizeClass().isEmpty()
                                ? noCondition()
                                : REGISTRY_ENTERPRISE.SIZE_CLASS.eq(filter.sizeClass()))
                .and(filter.minRevenue().map(REGISTRY_ENTERPRISE.REVENUE::ge).orElse(noCondition()))
                .and(filter.maxRevenue().map(REGISTRY_ENTERPRISE.REVENUE::le).orElse(noCondition()))
                .and(filter.conflicts() ? REGISTRY_ENTERPRISE.CONFLICTS.gt(0) : noCondition());
        if (!filter.title().isEmpty()) {
            where = where.and(REGISTRY_ENTERPRISE.ID.in(DSL.select(REGISTRY_TITLE.ENTERPRISE_ID)
                    .from(REGISTRY_TITLE)
                    .where(held(filter))));
        }
        return where.and(REGISTRY_ENTERPRISE.ID.in(DSL.select(REGISTRY_MEMBER.ENTERPRISE_ID)
                .from(REGISTRY_MEMBER)
                .where(REGISTRY_MEMBER.PERSON_ID.eq(member))
                .and(REGISTRY_MEMBER.UNTIL_AT.isNull())));
    }

    private static Condition held(EnterpriseFilter filter) {
        String day = filter.day().toString();
        return REGISTRY_TITLE
                .TITLE
                .eq(filter.title())
                .and(REGISTRY_TITLE.VALID_FROM.le(day))
                .and(REGISTRY_TITLE.VALID_TO.isNull().or(REGISTRY_TITLE.VALID_TO.ge(day)))
                .and(filter.expiresBy()
                        .map(last -> REGISTRY_TITLE.VALID_TO.le(last.toString()))
                        .orElse(noCondition()));
    }

    private static Condition named(String word) {
        return REGISTRY_ENTERPRISE
                .NAME_KEY
                .contains(NameKey.of(word))
                .or(REGISTRY_ENTERPRISE.CODE.startsWith(word.toUpperCase(Locale.ROOT)));
    }

    private static Condition begins(Field<String> column, String prefix) {
        return prefix.isEmpty() ? noCondition() : column.startsWith(prefix);
    }

    /** 450100 means all of 4501, 450000 all of 45. */
    private static String regionPrefix(String region) {
        return region.replaceFirst("^(\\d\\d)0000$", "$1").replaceFirst("^(\\d{4})00$", "$1");
    }

    private static SortField<?> sort(EnterpriseOrder order) {
        return switch (order) {
            case REVENUE -> REGISTRY_ENTERPRISE.REVENUE.desc().nullsLast();
            case RD_COSTS -> REGISTRY_ENTERPRISE.RD_COSTS.desc().nullsLast();
            case STAFF -> REGISTRY_ENTERPRISE.STAFF.desc().nullsLast();
            case NEWEST -> REGISTRY_ENTERPRISE.FOUNDED_ON.desc().nullsLast();
            case OLDEST -> REGISTRY_ENTERPRISE.FOUNDED_ON.asc().nullsLast();
            case NAME -> REGISTRY_ENTERPRISE.NAME_KEY.asc();
            case UPDATED -> REGISTRY_ENTERPRISE.UPDATED_AT.desc();
            case CONFLICTS -> REGISTRY_ENTERPRISE.CONFLICTS.desc();
        };
    }
}
