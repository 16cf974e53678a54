package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_PARTY;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.database.DatabaseKind;
import org.lingqu.registry.NameKey;
import org.lingqu.registry.Party;
import org.lingqu.registry.PartyFilter;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.PartyOrder;
import org.lingqu.registry.PatentNumber;
import org.lingqu.registry.store.db.tables.records.RegistryPartyRecord;

/** Parties as rows. Every method works inside the transaction it is given. */
public final class PartyRows {

    /** Of this application's locks, the one for those who change parties. */
    private static final long LOCK = 0x4c51_7061_7274L;

    private PartyRows() {}

    /** Until this transaction is over nobody else changes parties or relations, so that what was looked up stays true. */
    public static void alone(DSLContext in, DatabaseKind kind) {
        switch (kind) {
            case SQLITE -> {} // a transaction that writes is alone from its beginning
            case POSTGRES -> in.execute("select pg_advisory_xact_lock({0})", DSL.inline(LOCK));
        }
    }

    /** Numbers that nobody else will get, ascending. */
    public static long[] reserve(DSLContext in, DatabaseKind kind, int count) {
        return Numbers.reserve(in, kind, "registry_party", count);
    }

    /**
     * What is shown of one.
     *
     * @param name null where nothing counts any more; the row then keeps the name it had
     */
    public record Shown(
            long id,
            PartyKind kind,
            @Nullable String name,
            @Nullable String code,
            @Nullable String level,
            @Nullable String regionCode,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends,
            int valuesHeld,
            int conflicts,
            boolean holdsAnything) {}

    /**
     * Adds parties under numbers that were reserved.
     *
     * @throws NullPointerException where one has no name
     */
    public static void insert(DSLContext in, List<Shown> fresh, Instant now) {
        Batches.run(
                in,
                "insert into registry_party (name, name_key, code, level, region_code, begins_on, ends_on, values_held,"
                        + " conflicts, listed, updated_at, kind, id, row_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                fresh,
                (statement, each) -> {
                    fill(statement, each, Objects.requireNonNull(each.name()), each.code(), true, now);
                    statement.setString(12, each.kind().name());
                    statement.setLong(13, each.id());
                });
    }

    /** Takes over what the entries say now; the version of each row counts up. */
    public static void show(DSLContext in, List<Shown> changed, Instant now) {
        Map<Long, Party> before = byIds(in, changed.stream().map(Shown::id).toList());
        Batches.run(
                in,
                "update registry_party set name = ?, name_key = ?, code = ?, level = ?, region_code = ?, begins_on = ?,"
                        + " ends_on = ?, values_held = ?, conflicts = ?, listed = ?, updated_at = ?,"
                        + " row_version = row_version + 1 where id = ?",
                changed,
                (statement, each) -> {
                    Party was = Objects.requireNonNull(before.get(each.id()));
                    String name = each.name();
                    String code = each.code();
                    fill(
                            statement,
                            each,
                            name == null ? was.name() : name,
                            code == null && !each.holdsAnything() ? was.code() : code,
                            each.holdsAnything() && was.removedAt() == null,
                            now);
                    statement.setLong(12, each.id());
                });
    }

    private static void fill(
            PreparedStatement statement, Shown each, String name, @Nullable String code, boolean listed, Instant now)
            throws SQLException {
        statement.setString(1, ColumnText.cut(name, 300));
        statement.setString(2, ColumnText.cut(NameKey.of(name), 300));
        Batches.words(statement, 3, code);
        Batches.words(statement, 4, ColumnText.fit(each.level(), 60));
        Batches.words(statement, 5, ColumnText.fit(each.regionCode(), 6));
        Batches.words(statement, 6, day(each.begins()));
        Batches.words(statement, 7, day(each.ends()));
        statement.setInt(8, each.valuesHeld());
        statement.setInt(9, each.conflicts());
        statement.setBoolean(10, listed);
        statement.setLong(11, now.toEpochMilli());
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /**
     * Removes one or brings it back.
     *
     * @param at null to bring it back
     */
    public static void remove(
            DSLContext in, long id, @Nullable Instant at, @Nullable String words, boolean listed, Instant now) {
        in.update(REGISTRY_PARTY)
                .set(REGISTRY_PARTY.REMOVED_AT, at)
                .set(REGISTRY_PARTY.REMOVED_WORDS, ColumnText.fit(words, 500))
                .set(REGISTRY_PARTY.LISTED, listed)
                .set(REGISTRY_PARTY.UPDATED_AT, now)
                .set(REGISTRY_PARTY.ROW_VERSION, REGISTRY_PARTY.ROW_VERSION.plus(1))
                .where(REGISTRY_PARTY.ID.eq(id))
                .execute();
    }

    /** By number. */
    public static Optional<Party> byId(DSLContext in, long id) {
        return in.selectFrom(REGISTRY_PARTY).where(REGISTRY_PARTY.ID.eq(id)).fetchOptional(PartyRows::party);
    }

    /** By numbers. */
    public static Map<Long, Party> byIds(DSLContext in, Collection<Long> ids) {
        return in.selectFrom(REGISTRY_PARTY)
                .where(REGISTRY_PARTY.ID.in(ids))
                .fetchMap(REGISTRY_PARTY.ID, PartyRows::party);
    }

    /** By credit code. */
    public static Map<String, Party> byCodes(DSLContext in, Collection<String> codes) {
        return in.selectFrom(REGISTRY_PARTY)
                .where(REGISTRY_PARTY.CODE.in(codes))
                .fetchMap(REGISTRY_PARTY.CODE, PartyRows::party);
    }

    /** Those of some kinds by name, see {@link NameKey}; several may bear the same, and removed ones are among them. */
    public static Map<String, List<Party>> byNames(
            DSLContext in, Collection<PartyKind> kinds, Collection<String> keys) {
        return in.selectFrom(REGISTRY_PARTY)
                .where(REGISTRY_PARTY.KIND.in(
                        kinds.stream().map(PartyKind::name).toList()))
                .and(REGISTRY_PARTY.NAME_KEY.in(keys))
                .orderBy(REGISTRY_PARTY.ID)
                .fetchGroups(REGISTRY_PARTY.NAME_KEY, PartyRows::party);
    }

    /**
     * A part of a list.
     *
     * @param levels in the order in which {@link PartyOrder#LEVEL} has them
     */
    public static List<Party> find(
            DSLContext in, PartyFilter filter, PartyOrder order, List<String> levels, int offset, int limit) {
        return in.selectFrom(REGISTRY_PARTY)
                .where(fits(filter))
                .orderBy(order(order, levels))
                .limit(limit)
                .offset(offset)
                .fetch(PartyRows::party);
    }

    /** How many fit. */
    public static int count(DSLContext in, PartyFilter filter) {
        return in.fetchCount(REGISTRY_PARTY, fits(filter));
    }

    /** How many are listed of each kind. */
    public static Map<PartyKind, Integer> counts(DSLContext in) {
        Field<Integer> count = DSL.count();
        return in.select(REGISTRY_PARTY.KIND, count)
                .from(REGISTRY_PARTY)
                .where(REGISTRY_PARTY.LISTED.isTrue())
                .groupBy(REGISTRY_PARTY.KIND)
                .fetchMap(row -> PartyKind.valueOf(row.value1()), row -> row.value2());
    }

    /** How many of a kind are listed by level. */
    public static Map<String, Integer> levels(DSLContext in, PartyKind kind) {
        return facet(in, kind, REGISTRY_PARTY.LEVEL);
    }

    /** How many of a kind are listed by region. */
    public static Map<String, Integer> regions(DSLContext in, PartyKind kind) {
        return facet(in, kind, REGISTRY_PARTY.REGION_CODE);
    }

    private static Map<String, Integer> facet(DSLContext in, PartyKind kind, Field<String> by) {
        var facet = new LinkedHashMap<String, Integer>();
        in.select(by, DSL.count())
                .from(REGISTRY_PARTY)
                .where(REGISTRY_PARTY.LISTED.isTrue())
                .and(REGISTRY_PARTY.KIND.eq(kind.name()))
                .and(by.isNotNull())
                .groupBy(by)
                .orderBy(by)
                .forEach(row -> facet.put(row.value1(), row.value2()));
        return facet;
    }

    private static Condition fits(PartyFilter filter) {
        Condition fits = REGISTRY_PARTY
                .KIND
                .eq(filter.kind().name())
                .and(standing(filter))
                .and(filter.level().isEmpty() ? DSL.noCondition() : REGISTRY_PARTY.LEVEL.eq(filter.level()))
                .and(filter.conflicts() ? REGISTRY_PARTY.CONFLICTS.gt(0) : DSL.noCondition());
        if (!filter.region().isEmpty()) {
            fits = fits.and(
                    REGISTRY_PARTY.REGION_CODE.startsWith(filter.region().replaceFirst("(00){1,2}$", "")));
        }
        String words = NameKey.of(filter.words());
        return words.isEmpty()
                ? fits
                : fits.and(REGISTRY_PARTY
                        .NAME_KEY
                        .contains(words)
                        .or(REGISTRY_PARTY.CODE.startsWith(PatentNumber.beginning(filter.words())))
                        .or(REGISTRY_PARTY.CODE.startsWith(PatentNumber.spelled(filter.words()))));
    }

    private static Condition standing(PartyFilter filter) {
        Condition over = REGISTRY_PARTY.ENDS_ON.lt(filter.day());
        return switch (filter.standing()) {
            case ALL -> REGISTRY_PARTY.LISTED.isTrue();
            case CURRENT ->
                REGISTRY_PARTY
                        .LISTED
                        .isTrue()
                        .and(REGISTRY_PARTY.ENDS_ON.isNull().or(DSL.not(over)));
            case OVER -> REGISTRY_PARTY.LISTED.isTrue().and(over);
            case ENDING ->
                REGISTRY_PARTY
                        .LISTED
                        .isTrue()
                        .and(REGISTRY_PARTY.ENDS_ON.between(
                                filter.day(), filter.day().plusDays(PartyFilter.ENDING_DAYS)));
            case REMOVED -> REGISTRY_PARTY.REMOVED_AT.isNotNull();
        };
    }

    private static List<OrderField<?>> order(PartyOrder order, List<String> levels) {
        var fields = new ArrayList<OrderField<?>>();
        switch (order) {
            case NAME -> {}
            case LEVEL -> {
                if (!levels.isEmpty()) {
                    fields.add(REGISTRY_PARTY.LEVEL.sortAsc(levels).nullsLast());
                }
            }
            case NEWEST -> fields.add(REGISTRY_PARTY.BEGINS_ON.desc().nullsLast());
            case OLDEST -> fields.add(REGISTRY_PARTY.BEGINS_ON.asc().nullsLast());
            case ENDING -> fields.add(REGISTRY_PARTY.ENDS_ON.asc().nullsLast());
            case UPDATED -> fields.add(REGISTRY_PARTY.UPDATED_AT.desc());
        }
        fields.add(REGISTRY_PARTY.NAME_KEY.asc());
        fields.add(REGISTRY_PARTY.ID.asc());
        return fields;
    }

    private static Party party(Record record) {
        RegistryPartyRecord row = record.into(REGISTRY_PARTY);
        return new Party(
                Objects.requireNonNull(row.getId()),
                PartyKind.valueOf(row.getKind()),
                row.getName(),
                row.getCode(),
                row.getLevel(),
                row.getRegionCode(),
                row.getBeginsOn(),
                row.getEndsOn(),
                row.getValuesHeld(),
                row.getConflicts(),
                row.getListed(),
                row.getRemovedAt(),
                row.getRemovedWords(),
                row.getUpdatedAt(),
                row.getRowVersion());
    }
}
