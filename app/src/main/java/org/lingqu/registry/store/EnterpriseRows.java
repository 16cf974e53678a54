package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_ENTERPRISE;
import static org.lingqu.registry.store.db.Tables.REGISTRY_ENTRY;
import static org.lingqu.registry.store.db.Tables.REGISTRY_PARTY;
import static org.lingqu.registry.store.db.Tables.REGISTRY_RELATION;
import static org.lingqu.registry.store.db.Tables.REGISTRY_TITLE;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.database.DatabaseKind;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.NameKey;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.RelationRole;
import org.lingqu.registry.TitleSpan;
import org.lingqu.registry.store.db.tables.records.RegistryEnterpriseRecord;

/** Enterprises as rows. Every method works inside the transaction it is given. */
public final class EnterpriseRows {

    private static final int PART = 500;

    private EnterpriseRows() {}

    /** Numbers that nobody else will get, ascending. */
    public static long[] reserve(DSLContext in, DatabaseKind kind, int count) {
        return Numbers.reserve(in, kind, "registry_enterprise", count);
    }

    /** An enterprise and what is shown of it. */
    public record Shown(long id, ShownValues values) {}

    private static final String ALL =
            "name, name_key, code, region_code, park_said, industry_code, size_class, founded_on, revenue, "
                    + "rd_costs, staff, figures_year, values_held, conflicts, listed, updated_at, former_keys, claims";

    /**
     * Adds enterprises under numbers that were reserved.
     *
     * @throws NullPointerException where one has no name
     */
    public static void insert(DSLContext in, List<Shown> fresh, Instant now) {
        Batches.run(
                in,
                "insert into registry_enterprise (" + ALL
                        + ", row_version, id, park) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)",
                fresh,
                (statement, each) -> {
                    String name = Objects.requireNonNull(each.values().name());
                    fill(statement, each.values(), name, each.values().code(), now);
                    statement.setLong(19, each.id());
                    Batches.words(statement, 20, each.values().park());
                });
        titles(in, fresh);
    }

    /**
     * Takes over what the files say now; the version of each row counts up.
     *
     * @param day on which relations to parks have to last
     */
    public static void show(DSLContext in, List<Shown> changed, Instant now, LocalDate day) {
        if (changed.isEmpty()) {
            return;
        }
        show(in, changed, now, 1, day);
    }

    /** The same where nobody said anything, but the rules changed by which it is worked out: no row gets a new version or day. */
    public static void showAnew(DSLContext in, List<Shown> all, LocalDate day) {
        Map<Long, Enterprise> before = byIds(in, all.stream().map(Shown::id).toList());
        Map<Long, List<TableRows.Title>> titles = TableRows.titles(in, before.keySet()).stream()
                .collect(Collectors.groupingBy(TableRows.Title::enterprise));
        show(
                in,
                all.stream()
                        .filter(each -> !isShown(
                                each,
                                Objects.requireNonNull(before.get(each.id())),
                                titles.getOrDefault(each.id(), List.of())))
                        .toList(),
                null,
                0,
                day);
    }

    private static boolean isShown(Shown wanted, Enterprise now, List<TableRows.Title> titles) {
        ShownValues values = wanted.values();
        var spans = new HashSet<TableRows.Title>();
        values.titles()
                .forEach((title, each) -> each.forEach(
                        span -> spans.add(new TableRows.Title(wanted.id(), title, span.from(), span.to()))));
        return values.formerKeys() == null
                && Objects.equals(values.sizeClass(), now.sizeClass())
                && values.conflicts() == now.conflicts()
                && values.claims() == now.claims()
                && values.valuesHeld() == now.valuesHeld()
                && Objects.equals(values.figuresYear(), now.figuresYear())
                && spans.equals(new HashSet<>(titles));
    }

    /** @param now null leaves the moment of the last change as it is */
    private static void show(DSLContext in, List<Shown> changed, @Nullable Instant now, int versions, LocalDate day) {
        if (changed.isEmpty()) {
            return;
        }
        List<Long> ids = changed.stream().map(Shown::id).toList();
        Map<Long, Enterprise> before = byIds(in, ids);
        Batches.run(
                in,
                "update registry_enterprise set ("
                        + ALL + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + ", row_version = row_version + " + versions + " where id = ?",
                changed,
                (statement, each) -> {
                    Enterprise was = Objects.requireNonNull(before.get(each.id()));
                    ShownValues values = each.values();
                    fill(
                            statement,
                            values,
                            values.name() == null ? was.name() : values.name(),
                            values.code() == null ? was.code() : values.code(),
                            now == null ? was.updatedAt() : now);
                    statement.setLong(19, each.id());
                });
        in.deleteFrom(REGISTRY_TITLE)
                .where(REGISTRY_TITLE.ENTERPRISE_ID.in(ids))
                .execute();
        titles(in, changed);
        parks(in, ids, day);
    }

    /**
     * Shows in which park enterprises are: the one that their file names or, where it names none, the listed park that they are located in
     * by a relation which lasts on a day, of several the newest.
     */
    public static void parks(DSLContext in, Collection<Long> ids, LocalDate day) {
        List<Long> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PART) {
            parks(in, REGISTRY_ENTERPRISE.ID.in(all.subList(from, Math.min(all.size(), from + PART))), day);
        }
    }

    /** The same of all that ever were in a relation to a park. */
    public static void allParks(DSLContext in, LocalDate day) {
        parks(
                in,
                REGISTRY_ENTERPRISE.ID.in(DSL.select(REGISTRY_RELATION.FROM_ENTERPRISE)
                        .from(REGISTRY_RELATION)
                        .where(REGISTRY_RELATION.ROLE.eq(RelationRole.LOCATED_IN.name()))
                        .and(REGISTRY_RELATION.FROM_ENTERPRISE.isNotNull())),
                day);
    }

    private static void parks(DSLContext in, Condition which, LocalDate day) {
        Field<String> related = DSL.field(DSL.select(DSL.substring(REGISTRY_PARTY.NAME, 1, 200))
                .from(REGISTRY_RELATION)
                .join(REGISTRY_PARTY)
                .on(REGISTRY_PARTY.ID.eq(REGISTRY_RELATION.TO_PARTY))
                .where(REGISTRY_RELATION.FROM_ENTERPRISE.eq(REGISTRY_ENTERPRISE.ID))
                .and(REGISTRY_RELATION.ROLE.eq(RelationRole.LOCATED_IN.name()))
                .and(REGISTRY_RELATION.GONE_AT.isNull())
                .and(REGISTRY_PARTY.KIND.eq(PartyKind.PARK.name()))
                .and(REGISTRY_PARTY.LISTED)
                .and(REGISTRY_RELATION.BEGINS_ON.isNull().or(REGISTRY_RELATION.BEGINS_ON.le(day)))
                .and(REGISTRY_RELATION.ENDS_ON.isNull().or(REGISTRY_RELATION.ENDS_ON.ge(day)))
                .orderBy(REGISTRY_RELATION.BEGINS_ON.desc().nullsLast(), REGISTRY_RELATION.ID.desc())
                .limit(1));
        in.update(REGISTRY_ENTERPRISE)
                .set(REGISTRY_ENTERPRISE.PARK, DSL.coalesce(REGISTRY_ENTERPRISE.PARK_SAID, related))
                .where(which)
                .execute();
    }

    private static void fill(
            PreparedStatement statement, ShownValues values, String name, @Nullable String code, Instant now)
            throws SQLException {
        statement.setString(1, ColumnText.cut(name, 300));
        statement.setString(2, ColumnText.cut(NameKey.of(name), 300));
        Batches.words(statement, 3, code);
        Batches.words(statement, 4, values.regionCode());
        Batches.words(statement, 5, values.park());
        Batches.words(statement, 6, values.industryCode());
        Batches.words(statement, 7, values.sizeClass());
        LocalDate founded = values.foundedOn();
        Batches.words(statement, 8, founded == null ? null : founded.toString());
        Batches.number(statement, 9, values.revenue());
        Batches.number(statement, 10, values.rdCosts());
        Batches.whole(statement, 11, values.staff());
        Batches.whole(statement, 12, values.figuresYear());
        statement.setInt(13, values.valuesHeld());
        statement.setInt(14, values.conflicts());
        statement.setBoolean(15, values.listed());
        statement.setLong(16, now.toEpochMilli());
        Batches.words(statement, 17, ColumnText.fit(values.formerKeys(), 1000));
        statement.setInt(18, values.claims());
    }

    private record TitleRow(long enterprise, String title, TitleSpan span) {}

    private static void titles(DSLContext in, List<Shown> shown) {
        var rows = new ArrayList<TitleRow>();
        for (Shown each : shown) {
            each.values()
                    .titles()
                    .forEach((title, spans) -> spans.forEach(span -> rows.add(new TitleRow(each.id(), title, span))));
        }
        Batches.run(
                in,
                "insert into registry_title (enterprise_id, title, valid_from, valid_to) values (?, ?, ?, ?)",
                rows,
                (statement, row) -> {
                    LocalDate to = row.span().to();
                    statement.setLong(1, row.enterprise());
                    statement.setString(2, row.title());
                    statement.setString(3, row.span().from().toString());
                    Batches.words(statement, 4, to == null ? null : to.toString());
                });
    }

    /**
     * Takes enterprises of a list of which nothing else speaks out of all lists; for a list whose entries were undone.
     *
     * @return how many
     */
    public static int hide(DSLContext in, long list, Instant now) {
        Condition alone = REGISTRY_ENTERPRISE
                .ID
                .in(DSL.select(REGISTRY_ENTRY.ENTERPRISE_ID)
                        .from(REGISTRY_ENTRY)
                        .where(REGISTRY_ENTRY.IMPORT_ID.eq(list)))
                .and(DSL.notExists(DSL.selectOne()
                        .from(REGISTRY_ENTRY)
                        .where(REGISTRY_ENTRY.ENTERPRISE_ID.eq(REGISTRY_ENTERPRISE.ID))
                        .and(REGISTRY_ENTRY.UNDONE_AT.isNull())));
        in.deleteFrom(REGISTRY_TITLE)
                .where(REGISTRY_TITLE.ENTERPRISE_ID.in(DSL.select(REGISTRY_ENTERPRISE.ID)
                        .from(REGISTRY_ENTERPRISE)
                        .where(alone)))
                .execute();
        return in.update(REGISTRY_ENTERPRISE)
                .setNull(REGISTRY_ENTERPRISE.REGION_CODE)
                .setNull(REGISTRY_ENTERPRISE.PARK)
                .setNull(REGISTRY_ENTERPRISE.PARK_SAID)
                .setNull(REGISTRY_ENTERPRISE.INDUSTRY_CODE)
                .setNull(REGISTRY_ENTERPRISE.SIZE_CLASS)
                .setNull(REGISTRY_ENTERPRISE.FOUNDED_ON)
                .setNull(REGISTRY_ENTERPRISE.REVENUE)
                .setNull(REGISTRY_ENTERPRISE.RD_COSTS)
                .setNull(REGISTRY_ENTERPRISE.STAFF)
                .setNull(REGISTRY_ENTERPRISE.FIGURES_YEAR)
                .set(REGISTRY_ENTERPRISE.VALUES_HELD, 0)
                .set(REGISTRY_ENTERPRISE.CONFLICTS, 0)
                .set(REGISTRY_ENTERPRISE.CLAIMS, 0)
                .set(REGISTRY_ENTERPRISE.LISTED, false)
                .set(REGISTRY_ENTERPRISE.UPDATED_AT, now)
                .set(REGISTRY_ENTERPRISE.ROW_VERSION, REGISTRY_ENTERPRISE.ROW_VERSION.plus(1))
                .where(alone)
                .execute();
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
        return Numbers.last(in, "registry_enterprise");
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
                row.getClaims(),
                row.getListed(),
                row.getUpdatedAt(),
                row.getRowVersion());
    }
}
