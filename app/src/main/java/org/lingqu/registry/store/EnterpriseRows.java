package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_ENTERPRISE;
import static org.lingqu.registry.store.db.Tables.REGISTRY_TITLE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Row8;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.NameKey;
import org.lingqu.registry.Summary;
import org.lingqu.registry.store.db.tables.records.RegistryEnterpriseRecord;
import org.lingqu.registry.store.db.tables.records.RegistryTitleRecord;

/** Enterprises as rows. Every method works inside the transaction it is given. */
public final class EnterpriseRows {

    private EnterpriseRows() {}

    /** What is known of an enterprise before anything was said: enough for entries to point at. */
    public record Fresh(@Nullable String code, String name) {}

    /** Adds enterprises and gives their numbers, in the order given. */
    public static List<Long> insert(DSLContext in, List<Fresh> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        long before = lastId(in);
        in.insertInto(REGISTRY_ENTERPRISE)
                .columns(
                        REGISTRY_ENTERPRISE.CODE,
                        REGISTRY_ENTERPRISE.NAME,
                        REGISTRY_ENTERPRISE.NAME_KEY,
                        REGISTRY_ENTERPRISE.VALUES_HELD,
                        REGISTRY_ENTERPRISE.CONFLICTS,
                        REGISTRY_ENTERPRISE.LISTED,
                        REGISTRY_ENTERPRISE.UPDATED_AT,
                        REGISTRY_ENTERPRISE.ROW_VERSION)
                .valuesOfRows(fresh.stream().map(each -> blank(each, now)).toList())
                .execute();
        // Not by RETURNING: the SQLite driver gives the last row only.
        Map<String, Long> ids = new HashMap<>();
        in.select(REGISTRY_ENTERPRISE.ID, REGISTRY_ENTERPRISE.CODE, REGISTRY_ENTERPRISE.NAME_KEY)
                .from(REGISTRY_ENTERPRISE)
                .where(REGISTRY_ENTERPRISE.ID.gt(before))
                .and(REGISTRY_ENTERPRISE.NAME_KEY.in(fresh.stream()
                        .map(each -> ColumnText.cut(NameKey.of(each.name()), 300))
                        .toList()))
                .forEach(row -> ids.put(key(row.value2(), row.value3()), row.value1()));
        return fresh.stream()
                .map(each ->
                        Objects.requireNonNull(ids.get(key(each.code(), ColumnText.cut(NameKey.of(each.name()), 300)))))
                .toList();
    }

    private static String key(@Nullable String code, String nameKey) {
        return code == null ? "=" + nameKey : code;
    }

    private static Row8<String, String, String, Integer, Integer, Boolean, Instant, Integer> blank(
            Fresh fresh, Instant now) {
        return DSL.row(
                fresh.code(),
                ColumnText.cut(fresh.name(), 300),
                ColumnText.cut(NameKey.of(fresh.name()), 300),
                0,
                0,
                false,
                now,
                0);
    }

    /** What is to be shown of an enterprise from now on. */
    public record Shown(long id, FirmFile file, @Nullable String sizeClass) {}

    /** Takes over what the files say now; the version of each row counts up. */
    public static void show(DSLContext in, List<Shown> changed, Instant now) {
        if (changed.isEmpty()) {
            return;
        }
        var updates = new ArrayList<RegistryEnterpriseRecord>();
        var titles = new ArrayList<RegistryTitleRecord>();
        Map<Long, Enterprise> before = byIds(in, changed.stream().map(Shown::id).toList());
        for (Shown each : changed) {
            updates.add(row(in, each, Objects.requireNonNull(before.get(each.id())), now));
            each.file()
                    .titles()
                    .forEach((title, spans) -> spans.forEach(span -> {
                        RegistryTitleRecord row = in.newRecord(REGISTRY_TITLE);
                        row.setEnterpriseId(each.id());
                        row.setTitle(title);
                        row.setValidFrom(span.from().toString());
                        row.setValidTo(span.to() == null ? null : span.to().toString());
                        titles.add(row);
                    }));
        }
        in.batchUpdate(updates).execute();
        in.deleteFrom(REGISTRY_TITLE)
                .where(REGISTRY_TITLE.ENTERPRISE_ID.in(
                        changed.stream().map(Shown::id).toList()))
                .execute();
        in.batchInsert(titles).execute();
    }

    private static RegistryEnterpriseRecord row(DSLContext in, Shown shown, Enterprise before, Instant now) {
        FirmFile file = shown.file();
        var summary = new Summary(file);
        String name = file.name().orElse(before.name());
        RegistryEnterpriseRecord row = in.newRecord(REGISTRY_ENTERPRISE);
        row.setId(shown.id());
        row.touched(REGISTRY_ENTERPRISE.ID, false);
        row.setCode(file.code().orElse(before.code()));
        row.setName(ColumnText.cut(name, 300));
        row.setNameKey(ColumnText.cut(NameKey.of(name), 300));
        row.setRegionCode(summary.code("注册地"));
        row.setPark(ColumnText.fit(summary.code("园区"), 200));
        row.setIndustryCode(ColumnText.fit(summary.code("行业代码"), 6));
        row.setSizeClass(shown.sizeClass());
        row.setFoundedOn(summary.day("成立日期"));
        row.setRevenue(summary.revenue());
        row.setRdCosts(summary.rdCosts());
        row.setStaff(summary.staff());
        row.setFiguresYear(summary.year());
        row.setValuesHeld(file.holdings().size());
        row.setConflicts(file.conflicts().size());
        row.setListed(!file.isEmpty());
        row.setUpdatedAt(now);
        row.setRowVersion(before.rowVersion() + 1);
        return row;
    }

    /** By number. */
    public static Optional<Enterprise> byId(DSLContext in, long id) {
        return in.selectFrom(REGISTRY_ENTERPRISE)
                .where(REGISTRY_ENTERPRISE.ID.eq(id))
                .fetchOptional(EnterpriseRows::enterprise);
    }

    /** By numbers. */
    public static Map<Long, Enterprise> byIds(DSLContext in, Collection<Long> ids) {
        return in.selectFrom(REGISTRY_ENTERPRISE)
                .where(REGISTRY_ENTERPRISE.ID.in(ids))
                .fetchMap(REGISTRY_ENTERPRISE.ID, EnterpriseRows::enterprise);
    }

    /** Numbers by credit code. */
    public static Map<String, Long> byCodes(DSLContext in, Collection<String> codes) {
        return in.select(REGISTRY_ENTERPRISE.CODE, REGISTRY_ENTERPRISE.ID)
                .from(REGISTRY_ENTERPRISE)
                .where(REGISTRY_ENTERPRISE.CODE.in(codes))
                .fetchMap(REGISTRY_ENTERPRISE.CODE, REGISTRY_ENTERPRISE.ID);
    }

    /** Enterprises by name; several may bear the same. */
    public static Map<String, List<Enterprise>> byNames(DSLContext in, Collection<String> keys) {
        return in.selectFrom(REGISTRY_ENTERPRISE)
                .where(REGISTRY_ENTERPRISE.NAME_KEY.in(keys))
                .orderBy(REGISTRY_ENTERPRISE.ID)
                .fetchGroups(REGISTRY_ENTERPRISE.NAME_KEY, EnterpriseRows::enterprise);
    }

    /** The largest number given so far; 0 when there is none. */
    public static long lastId(DSLContext in) {
        Long last = in.select(DSL.max(REGISTRY_ENTERPRISE.ID))
                .from(REGISTRY_ENTERPRISE)
                .fetchOne(0, Long.class);
        return last == null ? 0 : last;
    }

    static Enterprise enterprise(Record record) {
        RegistryEnterpriseRecord row = record.into(REGISTRY_ENTERPRISE);
        LocalDate founded = row.getFoundedOn();
        return new Enterprise(
                Objects.requireNonNull(row.getId()),
                row.getCode(),
                row.getName(),
                row.getRegionCode(),
                row.getPark(),
                row.getIndustryCode(),
                row.getSizeClass(),
                founded,
                row.getRevenue(),
                row.getRdCosts(),
                row.getStaff(),
                row.getFiguresYear(),
                row.getValuesHeld(),
                row.getConflicts(),
                row.getListed(),
                row.getUpdatedAt(),
                row.getRowVersion());
    }
}
