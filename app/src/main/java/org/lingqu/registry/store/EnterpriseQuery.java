package org.lingqu.registry.store;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.noCondition;
import static org.lingqu.registry.store.db.Tables.REGISTRY_ENTERPRISE;
import static org.lingqu.registry.store.db.Tables.REGISTRY_MEMBER;
import static org.lingqu.registry.store.db.Tables.REGISTRY_TITLE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.NameKey;

/** Lists of enterprises. Every method works inside the transaction it is given. */
public final class EnterpriseQuery {

    private EnterpriseQuery() {}

    /**
     * A part of a list.
     *
     * @param member only what this person acts for; null for all
     */
    public static List<Enterprise> find(
            DSLContext in,
            EnterpriseFilter filter,
            EnterpriseOrder order,
            @Nullable Long member,
            int offset,
            int limit) {
        return in.selectFrom(REGISTRY_ENTERPRISE)
                .where(condition(filter, member))
                .orderBy(sort(order), REGISTRY_ENTERPRISE.ID.asc())
                .limit(limit)
                .offset(offset)
                .fetch(EnterpriseRows::enterprise);
    }

    /** How many there are. */
    public static int count(DSLContext in, EnterpriseFilter filter, @Nullable Long member) {
        return in.fetchCount(REGISTRY_ENTERPRISE, condition(filter, member));
    }

    /** Parks with how many enterprises they have, the largest first. */
    public static Map<String, Integer> parks(DSLContext in) {
        return counted(in, REGISTRY_ENTERPRISE.PARK);
    }

    /** Regions, alike. */
    public static Map<String, Integer> regions(DSLContext in) {
        return counted(in, REGISTRY_ENTERPRISE.REGION_CODE);
    }

    /** Titles that are or were held, alike. */
    public static Map<String, Integer> titles(DSLContext in) {
        var enterprises = countDistinct(REGISTRY_TITLE.ENTERPRISE_ID);
        return in.select(REGISTRY_TITLE.TITLE, enterprises)
                .from(REGISTRY_TITLE)
                .groupBy(REGISTRY_TITLE.TITLE)
                .orderBy(enterprises.desc(), REGISTRY_TITLE.TITLE)
                .fetchMap(REGISTRY_TITLE.TITLE, enterprises);
    }

    private static Map<String, Integer> counted(DSLContext in, Field<String> column) {
        var count = DSL.count();
        return in.select(column, count)
                .from(REGISTRY_ENTERPRISE)
                .where(REGISTRY_ENTERPRISE.LISTED.isTrue().and(column.isNotNull()))
                .groupBy(column)
                .orderBy(count.desc(), column)
                .fetchMap(column, count);
    }

    private static Condition condition(EnterpriseFilter filter, @Nullable Long member) {
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
        if (member != null) {
            where = where.and(REGISTRY_ENTERPRISE.ID.in(DSL.select(REGISTRY_MEMBER.ENTERPRISE_ID)
                    .from(REGISTRY_MEMBER)
                    .where(REGISTRY_MEMBER.PERSON_ID.eq(member))
                    .and(REGISTRY_MEMBER.UNTIL_AT.isNull())));
        }
        return where;
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
