package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_RELATION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.Relation;
import org.lingqu.registry.RelationEnd;
import org.lingqu.registry.RelationRole;
import org.lingqu.registry.store.db.tables.records.RegistryRelationRecord;

/** Relations as rows. None is ever changed but for when it was replaced or taken back. */
public final class RelationRows {

    private RelationRows() {}

    /** Adds relations; their numbers are chosen here and do not count. */
    public static void insert(DSLContext in, List<Relation> relations) {
        Batches.run(
                in,
                "insert into registry_relation (role, from_party, from_enterprise, to_party, to_enterprise, title,"
                        + " begins_on, ends_on, import_id, row_number, source, said_on, person_id, person, entered_at,"
                        + " replaces) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                relations,
                (statement, each) -> {
                    statement.setString(1, each.role().name());
                    Batches.large(statement, 2, party(each.from()));
                    Batches.large(statement, 3, enterprise(each.from()));
                    Batches.large(statement, 4, party(each.to()));
                    Batches.large(statement, 5, enterprise(each.to()));
                    statement.setString(6, ColumnText.cut(each.title(), 60));
                    Batches.words(statement, 7, PartyRows.day(each.begins()));
                    Batches.words(statement, 8, PartyRows.day(each.ends()));
                    Batches.large(statement, 9, each.list());
                    Batches.whole(statement, 10, each.list() == null ? null : Integer.valueOf(each.row()));
                    statement.setString(11, each.source().name());
                    statement.setString(12, each.saidOn().toString());
                    statement.setLong(13, each.person());
                    statement.setString(14, ColumnText.cut(each.personName(), 100));
                    statement.setLong(15, each.enteredAt().toEpochMilli());
                    Batches.large(statement, 16, each.replaces());
                });
    }

    private static @Nullable Long party(RelationEnd end) {
        return end instanceof RelationEnd.OfParty(long id) ? Long.valueOf(id) : null;
    }

    private static @Nullable Long enterprise(RelationEnd end) {
        return end instanceof RelationEnd.OfEnterprise(long id) ? Long.valueOf(id) : null;
    }

    /** By number. */
    public static Optional<Relation> byId(DSLContext in, long id) {
        return in.selectFrom(REGISTRY_RELATION)
                .where(REGISTRY_RELATION.ID.eq(id))
                .fetchOptional(RelationRows::relation);
    }

    /** Enterprises that ever stood in a relation to one of some parties. */
    public static List<Long> enterprises(DSLContext in, Collection<Long> parties) {
        return enterprises(in, REGISTRY_RELATION.TO_PARTY.in(parties));
    }

    /** Enterprises of which an import says how they stand. */
    public static List<Long> enterprises(DSLContext in, long list) {
        return enterprises(in, REGISTRY_RELATION.IMPORT_ID.eq(list));
    }

    private static List<Long> enterprises(DSLContext in, Condition which) {
        return in.selectDistinct(REGISTRY_RELATION.FROM_ENTERPRISE)
                .from(REGISTRY_RELATION)
                .where(which)
                .and(REGISTRY_RELATION.ROLE.eq(RelationRole.LOCATED_IN.name()))
                .and(REGISTRY_RELATION.FROM_ENTERPRISE.isNotNull())
                .fetch(REGISTRY_RELATION.FROM_ENTERPRISE);
    }

    /** Those of several parties that count, in the order they were entered. */
    public static List<Relation> ofParties(DSLContext in, Collection<Long> parties) {
        return in.selectFrom(REGISTRY_RELATION)
                .where(REGISTRY_RELATION.GONE_AT.isNull())
                .and(REGISTRY_RELATION.FROM_PARTY.in(parties).or(REGISTRY_RELATION.TO_PARTY.in(parties)))
                .orderBy(REGISTRY_RELATION.ID)
                .fetch(RelationRows::relation);
    }

    /**
     * Which relations of somebody are meant.
     *
     * @param back whether it stands at the second end
     * @param over whether those that are over are meant, or those that last
     */
    public record Group(RelationRole role, boolean back, boolean over) {}

    /** How many count in each group; groups without any are left out. */
    public static List<Counted> groups(DSLContext in, RelationEnd end, LocalDate day) {
        var groups = new ArrayList<Counted>();
        for (boolean back : List.of(false, true)) {
            Field<Integer> over = DSL.count(DSL.when(REGISTRY_RELATION.ENDS_ON.lt(day), DSL.inline(1)));
            in.select(REGISTRY_RELATION.ROLE, DSL.count(), over)
                    .from(REGISTRY_RELATION)
                    .where(at(end, back))
                    .groupBy(REGISTRY_RELATION.ROLE)
                    .forEach(row -> {
                        RelationRole role = RelationRole.valueOf(row.value1());
                        groups.add(new Counted(new Group(role, back, false), row.value2() - row.value3()));
                        groups.add(new Counted(new Group(role, back, true), row.value3()));
                    });
        }
        groups.removeIf(each -> each.count() == 0);
        return groups;
    }

    /** A group and how many are in it. */
    public record Counted(Group group, int count) {}

    /** A part of a group: those that last by their first day, those that are over by their last, the newest first. */
    public static List<Relation> of(DSLContext in, RelationEnd end, Group group, LocalDate day, int offset, int limit) {
        Condition over = REGISTRY_RELATION.ENDS_ON.lt(day);
        return in.selectFrom(REGISTRY_RELATION)
                .where(at(end, group.back()))
                .and(REGISTRY_RELATION.ROLE.eq(group.role().name()))
                .and(group.over() ? over : REGISTRY_RELATION.ENDS_ON.isNull().or(DSL.not(over)))
                .orderBy(
                        group.over()
                                ? REGISTRY_RELATION.ENDS_ON.desc()
                                : REGISTRY_RELATION.BEGINS_ON.desc().nullsLast(),
                        REGISTRY_RELATION.ID)
                .limit(limit)
                .offset(offset)
                .fetch(RelationRows::relation);
    }

    private static Condition at(RelationEnd end, boolean back) {
        Field<Long> field = switch (end) {
            case RelationEnd.OfParty ignored -> back ? REGISTRY_RELATION.TO_PARTY : REGISTRY_RELATION.FROM_PARTY;
            case RelationEnd.OfEnterprise ignored ->
                back ? REGISTRY_RELATION.TO_ENTERPRISE : REGISTRY_RELATION.FROM_ENTERPRISE;
        };
        return REGISTRY_RELATION.GONE_AT.isNull().and(field.eq(end.id()));
    }

    /** All of somebody that were replaced or taken back, the newest first. */
    public static List<Relation> gone(DSLContext in, RelationEnd end, int limit) {
        Condition own = switch (end) {
            case RelationEnd.OfParty(long id) ->
                REGISTRY_RELATION.FROM_PARTY.eq(id).or(REGISTRY_RELATION.TO_PARTY.eq(id));
            case RelationEnd.OfEnterprise(long id) ->
                REGISTRY_RELATION.FROM_ENTERPRISE.eq(id).or(REGISTRY_RELATION.TO_ENTERPRISE.eq(id));
        };
        return in.selectFrom(REGISTRY_RELATION)
                .where(REGISTRY_RELATION.GONE_AT.isNotNull())
                .and(own)
                .orderBy(REGISTRY_RELATION.GONE_AT.desc(), REGISTRY_RELATION.ID.desc())
                .limit(limit)
                .fetch(RelationRows::relation);
    }

    /** Marks one that counts; false when it counts no more. */
    public static boolean goes(DSLContext in, long id, Instant now, String person) {
        return in.update(REGISTRY_RELATION)
                        .set(REGISTRY_RELATION.GONE_AT, now)
                        .set(REGISTRY_RELATION.GONE_PERSON, ColumnText.cut(person, 100))
                        .where(REGISTRY_RELATION.ID.eq(id))
                        .and(REGISTRY_RELATION.GONE_AT.isNull())
                        .execute()
                == 1;
    }

    /** Marks all of a party that count. */
    public static void allGo(DSLContext in, long party, Instant now, String person) {
        in.update(REGISTRY_RELATION)
                .set(REGISTRY_RELATION.GONE_AT, now)
                .set(REGISTRY_RELATION.GONE_PERSON, ColumnText.cut(person, 100))
                .where(REGISTRY_RELATION.FROM_PARTY.eq(party).or(REGISTRY_RELATION.TO_PARTY.eq(party)))
                .and(REGISTRY_RELATION.GONE_AT.isNull())
                .execute();
    }

    /** Brings back those of a party that went with it at a moment. */
    public static void comeBack(DSLContext in, long party, Instant went) {
        in.update(REGISTRY_RELATION)
                .setNull(REGISTRY_RELATION.GONE_AT)
                .setNull(REGISTRY_RELATION.GONE_PERSON)
                .where(REGISTRY_RELATION.FROM_PARTY.eq(party).or(REGISTRY_RELATION.TO_PARTY.eq(party)))
                .and(REGISTRY_RELATION.GONE_AT.eq(went))
                .execute();
    }

    /** Takes back what came with an import; what it replaced counts again. What somebody has replaced since stays. */
    public static void undo(DSLContext in, long list, Instant now, String person) {
        List<Relation> all = in.selectFrom(REGISTRY_RELATION)
                .where(REGISTRY_RELATION.IMPORT_ID.eq(list))
                .fetch(RelationRows::relation);
        for (Relation each : all) {
            boolean stood = goes(in, each.id(), now, person);
            if (!stood) { // who replaced it goes back to what was before it, once he is undone himself
                in.update(REGISTRY_RELATION)
                        .set(REGISTRY_RELATION.REPLACES, each.replaces())
                        .where(REGISTRY_RELATION.REPLACES.eq(each.id()))
                        .execute();
            } else if (each.replaces() != null) {
                in.update(REGISTRY_RELATION)
                        .setNull(REGISTRY_RELATION.GONE_AT)
                        .setNull(REGISTRY_RELATION.GONE_PERSON)
                        .where(REGISTRY_RELATION.ID.eq(each.replaces()))
                        .execute();
            }
        }
    }

    private static Relation relation(Record record) {
        RegistryRelationRecord row = record.into(REGISTRY_RELATION);
        return new Relation(
                Objects.requireNonNull(row.getId()),
                RelationRole.valueOf(row.getRole()),
                end(row.getFromParty(), row.getFromEnterprise()),
                end(row.getToParty(), row.getToEnterprise()),
                row.getTitle(),
                row.getBeginsOn(),
                row.getEndsOn(),
                row.getImportId(),
                Objects.requireNonNullElse(row.getRowNumber(), 0),
                Supplier.valueOf(row.getSource()),
                row.getSaidOn(),
                row.getPersonId(),
                row.getPerson(),
                row.getEnteredAt(),
                row.getReplaces(),
                row.getGoneAt());
    }

    private static RelationEnd end(@Nullable Long party, @Nullable Long enterprise) {
        return party != null
                ? new RelationEnd.OfParty(party)
                : new RelationEnd.OfEnterprise(Objects.requireNonNull(enterprise));
    }
}
