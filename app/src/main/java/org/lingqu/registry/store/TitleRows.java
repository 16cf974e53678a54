package org.lingqu.registry.store;

import static org.jooq.impl.DSL.countDistinct;
import static org.lingqu.registry.store.db.Tables.REGISTRY_TITLE;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.lingqu.registry.Enterprises;

/** Titles that enterprises hold, as rows. Every method works inside the transaction it is given. */
public final class TitleRows {

    private TitleRows() {}

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
}
