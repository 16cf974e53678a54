package org.lingqu.registry.store;

import static org.jooq.impl.DSL.noCondition;
import static org.lingqu.registry.store.db.Tables.REGISTRY_IMPORT;
import static org.lingqu.registry.store.db.Tables.REGISTRY_IMPORT_ROW;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.database.Json;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.CellProblem;
import org.lingqu.registry.Difference;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.ListColumn;
import org.lingqu.registry.ListCounts;
import org.lingqu.registry.ListRow;
import org.lingqu.registry.ListState;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.RowOutcome;
import org.lingqu.registry.store.db.tables.records.RegistryImportRecord;
import org.lingqu.registry.store.db.tables.records.RegistryImportRowRecord;

/** Imports of lists as rows. Every method works inside the transaction it is given. */
public final class ListRows {

    private ListRows() {}

    /** Adds an import; its number is chosen here. */
    public static FirmListImport insert(DSLContext in, FirmListImport fresh) {
        RegistryImportRecord row = in.newRecord(REGISTRY_IMPORT);
        row.setTitle(ColumnText.cut(fresh.title(), 300));
        row.setSheet(ColumnText.cut(fresh.sheet(), 100));
        row.setSource(fresh.source().name());
        row.setSaidOn(fresh.saidOn());
        row.setMapping(fresh.mapping());
        row.setColumns(Objects.requireNonNullElse(Json.writeList(fresh.columns()), ""));
        row.setState(fresh.state().name());
        counts(row, fresh.counts());
        row.setPersonId(fresh.person());
        row.setCreatedAt(fresh.createdAt());
        row.setPartyKind(fresh.kind() == null ? null : fresh.kind().name());
        row.store();
        return list(row);
    }

    /** By number. */
    public static Optional<FirmListImport> byId(DSLContext in, long id) {
        return in.selectFrom(REGISTRY_IMPORT).where(REGISTRY_IMPORT.ID.eq(id)).fetchOptional(ListRows::list);
    }

    /**
     * Newest first.
     *
     * @param kind of what they speak; null for enterprises
     */
    public static List<FirmListImport> newest(DSLContext in, @Nullable PartyKind kind, int offset, int limit) {
        return in.selectFrom(REGISTRY_IMPORT)
                .where(of(kind))
                .orderBy(REGISTRY_IMPORT.ID.desc())
                .limit(limit)
                .offset(offset)
                .fetch(ListRows::list);
    }

    /** How many there are. */
    public static int count(DSLContext in, @Nullable PartyKind kind) {
        return in.fetchCount(REGISTRY_IMPORT, of(kind));
    }

    private static Condition of(@Nullable PartyKind kind) {
        return kind == null ? REGISTRY_IMPORT.PARTY_KIND.isNull() : REGISTRY_IMPORT.PARTY_KIND.eq(kind.name());
    }

    /**
     * What was said about columns of a list of the same name that was taken in, the newest: a mapping is remembered, also where the
     * list was undone, which it often is because of something else in it.
     */
    public static Optional<String> rememberedMapping(DSLContext in, @Nullable PartyKind kind, String title) {
        return in.select(REGISTRY_IMPORT.MAPPING)
                .from(REGISTRY_IMPORT)
                .where(REGISTRY_IMPORT.TITLE.eq(title))
                .and(of(kind))
                .and(REGISTRY_IMPORT.MAPPING.ne(""))
                .and(REGISTRY_IMPORT.STATE.in(
                        ListState.TAKEN.name(), ListState.UNDOING.name(), ListState.UNDONE.name()))
                .orderBy(REGISTRY_IMPORT.ID.desc())
                .limit(1)
                .fetchOptional(REGISTRY_IMPORT.MAPPING);
    }

    /** Moves an import on; false when it is in none of the states it may come from. */
    public static boolean move(DSLContext in, long id, Collection<ListState> from, ListState to) {
        return in.update(REGISTRY_IMPORT)
                        .set(REGISTRY_IMPORT.STATE, to.name())
                        .where(REGISTRY_IMPORT.ID.eq(id))
                        .and(REGISTRY_IMPORT.STATE.in(
                                from.stream().map(ListState::name).toList()))
                        .execute()
                == 1;
    }

    /** Notes the job that works on it. */
    public static void run(DSLContext in, long id, long run) {
        in.update(REGISTRY_IMPORT)
                .set(REGISTRY_IMPORT.RUN_ID, run)
                .where(REGISTRY_IMPORT.ID.eq(id))
                .execute();
    }

    /** Notes what she says about its columns. */
    public static void mapping(DSLContext in, long id, String mapping) {
        in.update(REGISTRY_IMPORT)
                .set(REGISTRY_IMPORT.MAPPING, mapping)
                .where(REGISTRY_IMPORT.ID.eq(id))
                .execute();
    }

    /** Notes what was seen. */
    public static void looked(
            DSLContext in,
            long id,
            List<ListColumn> columns,
            ListCounts counts,
            FirmListImport.@Nullable Refusal refusal) {
        RegistryImportRecord row = in.newRecord(REGISTRY_IMPORT);
        row.setColumns(Objects.requireNonNullElse(Json.writeList(columns), ""));
        counts(row, counts);
        row.setRefusal(refusal == null ? null : Json.write(refusal));
        in.update(REGISTRY_IMPORT).set(row).where(REGISTRY_IMPORT.ID.eq(id)).execute();
    }

    /** Notes what was taken in and when. */
    public static void taken(DSLContext in, long id, ListCounts counts, Instant now) {
        RegistryImportRecord row = in.newRecord(REGISTRY_IMPORT);
        counts(row, counts);
        row.setTakenAt(now);
        in.update(REGISTRY_IMPORT).set(row).where(REGISTRY_IMPORT.ID.eq(id)).execute();
    }

    private static void counts(RegistryImportRecord row, ListCounts counts) {
        row.setRowsNew(counts.fresh());
        row.setRowsChanged(counts.changed());
        row.setRowsConflict(counts.conflict());
        row.setRowsUnchanged(counts.unchanged());
        row.setRowsRefused(counts.refused());
        row.setCellProblems(counts.cellProblems());
        row.setRowsWithoutCode(counts.withoutCode());
        row.setRowsDoubted(counts.doubted());
    }

    /** Forgets the rows of an earlier look. */
    public static void clear(DSLContext in, long id) {
        in.deleteFrom(REGISTRY_IMPORT_ROW)
                .where(REGISTRY_IMPORT_ROW.IMPORT_ID.eq(id))
                .execute();
    }

    /** Keeps rows. */
    public static void insert(DSLContext in, long id, List<ListRow> rows) {
        Batches.run(
                in,
                "insert into registry_import_row (import_id, row_number, outcome, name, code, enterprise_id, values_said,"
                        + " differences, problems) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                (statement, row) -> {
                    statement.setLong(1, id);
                    statement.setInt(2, row.row());
                    statement.setString(3, row.outcome().name());
                    Batches.words(statement, 4, ColumnText.fit(row.name(), 300));
                    Batches.words(statement, 5, ColumnText.fit(row.code(), 18));
                    Batches.large(statement, 6, row.enterprise());
                    statement.setInt(7, row.values());
                    Batches.words(statement, 8, Json.writeList(row.differences()));
                    Batches.words(statement, 9, Json.writeList(row.problems()));
                });
    }

    /**
     * Rows in their order.
     *
     * @param outcome only those; null for all
     * @param withProblems only those with cells that cannot be taken in
     */
    public static List<ListRow> rows(
            DSLContext in, long id, @Nullable RowOutcome outcome, boolean withProblems, int offset, int limit) {
        return in.selectFrom(REGISTRY_IMPORT_ROW)
                .where(of(id, outcome, withProblems))
                .orderBy(REGISTRY_IMPORT_ROW.ROW_NUMBER)
                .limit(limit)
                .offset(offset)
                .fetch(ListRows::row);
    }

    /** How many rows are kept. */
    public static int countRows(DSLContext in, long id, @Nullable RowOutcome outcome, boolean withProblems) {
        return in.fetchCount(REGISTRY_IMPORT_ROW, of(id, outcome, withProblems));
    }

    private static Condition of(long id, @Nullable RowOutcome outcome, boolean withProblems) {
        return REGISTRY_IMPORT_ROW
                .IMPORT_ID
                .eq(id)
                .and(outcome == null ? noCondition() : REGISTRY_IMPORT_ROW.OUTCOME.eq(outcome.name()))
                .and(withProblems ? REGISTRY_IMPORT_ROW.PROBLEMS.isNotNull() : noCondition());
    }

    private static ListRow row(Record record) {
        RegistryImportRowRecord row = record.into(REGISTRY_IMPORT_ROW);
        return new ListRow(
                row.getRowNumber(),
                RowOutcome.valueOf(row.getOutcome()),
                row.getName(),
                row.getCode(),
                row.getEnterpriseId(),
                row.getValuesSaid(),
                Json.readList(row.getDifferences(), Difference[].class),
                Json.readList(row.getProblems(), CellProblem[].class));
    }

    private static FirmListImport list(Record record) {
        RegistryImportRecord row = record.into(REGISTRY_IMPORT);
        return new FirmListImport(
                Objects.requireNonNull(row.getId()),
                row.getTitle(),
                row.getSheet(),
                Supplier.valueOf(row.getSource()),
                row.getSaidOn(),
                row.getMapping(),
                Json.readList(row.getColumns(), ListColumn[].class),
                ListState.valueOf(row.getState()),
                new ListCounts(
                        row.getRowsNew(),
                        row.getRowsChanged(),
                        row.getRowsConflict(),
                        row.getRowsUnchanged(),
                        row.getRowsRefused(),
                        row.getCellProblems(),
                        row.getRowsWithoutCode(),
                        row.getRowsDoubted()),
                Json.readOrNull(row.getRefusal(), FirmListImport.Refusal.class),
                row.getRunId(),
                row.getPersonId(),
                row.getCreatedAt(),
                row.getTakenAt(),
                row.getPartyKind() == null ? null : PartyKind.valueOf(row.getPartyKind()));
    }
}
