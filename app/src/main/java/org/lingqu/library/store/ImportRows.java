package org.lingqu.library.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.lingqu.library.store.db.Tables.LIBRARY_IMPORT;
import static org.lingqu.library.store.db.Tables.LIBRARY_IMPORT_ITEM;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.library.ImportCounts;
import org.lingqu.library.ImportItem;
import org.lingqu.library.ImportOutcome;
import org.lingqu.library.ImportSource;
import org.lingqu.library.ImportState;
import org.lingqu.library.PageImport;
import org.lingqu.library.Visibility;
import org.lingqu.library.store.db.tables.records.LibraryImportItemRecord;
import org.lingqu.library.store.db.tables.records.LibraryImportRecord;

/** Imports and their pages as rows. Every method works inside the transaction it is given. */
public final class ImportRows {

    private ImportRows() {}

    /** Adds an import; its number is chosen here. */
    public static PageImport insert(DSLContext in, PageImport fresh) {
        LibraryImportRecord row = in.newRecord(LIBRARY_IMPORT);
        row.setTitle(ColumnText.cut(fresh.title(), 300));
        row.setSource(fresh.source().name());
        row.setFolder(fresh.folder());
        row.setAddress(ColumnText.fit(fresh.address(), 2000));
        row.setVisibility(fresh.visibility().name());
        row.setState(fresh.state().name());
        row.setPersonId(fresh.person());
        row.setCreatedAt(fresh.createdAt());
        row.store();
        return pageImport(row);
    }

    /** By number. */
    public static Optional<PageImport> byId(DSLContext in, long id) {
        return in.selectFrom(LIBRARY_IMPORT)
                .where(LIBRARY_IMPORT.ID.eq(id))
                .fetchOptional()
                .map(ImportRows::pageImport);
    }

    /** Newest first. */
    public static List<PageImport> newest(DSLContext in, int offset, int limit) {
        return in.selectFrom(LIBRARY_IMPORT)
                .orderBy(LIBRARY_IMPORT.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(ImportRows::pageImport);
    }

    /** How many there are. */
    public static int count(DSLContext in) {
        return in.fetchCount(LIBRARY_IMPORT);
    }

    /**
     * Moves an import on.
     *
     * @return false when it is no longer where it is said to be
     */
    public static boolean move(DSLContext in, long id, List<ImportState> from, ImportState to) {
        return in.update(LIBRARY_IMPORT)
                        .set(LIBRARY_IMPORT.STATE, to.name())
                        .where(
                                LIBRARY_IMPORT.ID.eq(id),
                                LIBRARY_IMPORT.STATE.in(
                                        from.stream().map(Enum::name).toList()))
                        .execute()
                == 1;
    }

    /** Notes the job that looks or takes. */
    public static void run(DSLContext in, long id, long run) {
        in.update(LIBRARY_IMPORT)
                .set(LIBRARY_IMPORT.RUN_ID, run)
                .where(LIBRARY_IMPORT.ID.eq(id))
                .execute();
    }

    /** Adds pages of an import. */
    public static void add(DSLContext in, long id, List<ImportItem> items) {
        in.batchInsert(items.stream().map(item -> row(id, item)).toList()).execute();
    }

    /** The last page that was looked at; 0 when none was. */
    public static int lastOrdinal(DSLContext in, long id) {
        return in.select(coalesce(max(LIBRARY_IMPORT_ITEM.ORDINAL), 0))
                .from(LIBRARY_IMPORT_ITEM)
                .where(LIBRARY_IMPORT_ITEM.IMPORT_ID.eq(id))
                .fetchSingle()
                .value1();
    }

    /** Hashes of what was looked at, by which a repeated page is noticed. */
    public static List<String> contents(DSLContext in, long id) {
        return in.select(LIBRARY_IMPORT_ITEM.SHA256)
                .from(LIBRARY_IMPORT_ITEM)
                .where(LIBRARY_IMPORT_ITEM.IMPORT_ID.eq(id), LIBRARY_IMPORT_ITEM.SHA256.isNotNull())
                .fetch(LIBRARY_IMPORT_ITEM.SHA256);
    }

    /** The pages that are still to be taken in, by ordinal. */
    public static BitSet toTake(DSLContext in, long id) {
        var ordinals = new BitSet();
        in.select(LIBRARY_IMPORT_ITEM.ORDINAL)
                .from(LIBRARY_IMPORT_ITEM)
                .where(
                        LIBRARY_IMPORT_ITEM.IMPORT_ID.eq(id),
                        LIBRARY_IMPORT_ITEM.OUTCOME.in(ImportOutcome.NEW.name(), ImportOutcome.CHANGED.name()),
                        LIBRARY_IMPORT_ITEM.LEFT_OUT.isFalse(),
                        LIBRARY_IMPORT_ITEM.TAKEN.isFalse())
                .forEach(row -> ordinals.set(row.value1()));
        return ordinals;
    }

    /** Notes that a page is in the base. */
    public static void taken(DSLContext in, long id, int ordinal, long page) {
        in.update(LIBRARY_IMPORT_ITEM)
                .set(LIBRARY_IMPORT_ITEM.TAKEN, true)
                .set(LIBRARY_IMPORT_ITEM.PAGE_ID, page)
                .where(LIBRARY_IMPORT_ITEM.IMPORT_ID.eq(id), LIBRARY_IMPORT_ITEM.ORDINAL.eq(ordinal))
                .execute();
    }

    /** Notes that a page cannot be taken in after all. */
    public static void refused(DSLContext in, long id, int ordinal, ImportItem.Refusal refusal) {
        in.update(LIBRARY_IMPORT_ITEM)
                .set(LIBRARY_IMPORT_ITEM.OUTCOME, ImportOutcome.REFUSED.name())
                .set(LIBRARY_IMPORT_ITEM.CODE, ColumnText.cut(refusal.code(), 40))
                .set(LIBRARY_IMPORT_ITEM.MESSAGE, ColumnText.cut(refusal.message(), 1000))
                .set(LIBRARY_IMPORT_ITEM.ADVICE, ColumnText.cut(refusal.advice(), 1000))
                .where(LIBRARY_IMPORT_ITEM.IMPORT_ID.eq(id), LIBRARY_IMPORT_ITEM.ORDINAL.eq(ordinal))
                .execute();
    }

    /** Leaves pages out, or takes them back in. */
    public static void leaveOut(DSLContext in, long id, List<Integer> ordinals, boolean out) {
        in.update(LIBRARY_IMPORT_ITEM)
                .set(LIBRARY_IMPORT_ITEM.LEFT_OUT, out)
                .where(LIBRARY_IMPORT_ITEM.IMPORT_ID.eq(id), LIBRARY_IMPORT_ITEM.ORDINAL.in(ordinals))
                .execute();
    }

    /**
     * Pages of an import in their order.
     *
     * @param outcome null for all
     */
    public static List<ImportItem> items(
            DSLContext in, long id, @Nullable ImportOutcome outcome, int offset, int limit) {
        return in.selectFrom(LIBRARY_IMPORT_ITEM)
                .where(of(id, outcome))
                .orderBy(LIBRARY_IMPORT_ITEM.ORDINAL)
                .offset(offset)
                .limit(limit)
                .fetch(ImportRows::item);
    }

    /** One page. */
    public static Optional<ImportItem> item(DSLContext in, long id, int ordinal) {
        return in.selectFrom(LIBRARY_IMPORT_ITEM)
                .where(LIBRARY_IMPORT_ITEM.IMPORT_ID.eq(id), LIBRARY_IMPORT_ITEM.ORDINAL.eq(ordinal))
                .fetchOptional()
                .map(ImportRows::item);
    }

    private static Condition of(long id, @Nullable ImportOutcome outcome) {
        Condition mine = LIBRARY_IMPORT_ITEM.IMPORT_ID.eq(id);
        return outcome == null ? mine : mine.and(LIBRARY_IMPORT_ITEM.OUTCOME.eq(outcome.name()));
    }

    /** How many pages are what. */
    public static ImportCounts counts(DSLContext in, long id) {
        Map<ImportOutcome, Integer> outcomes = new EnumMap<>(ImportOutcome.class);
        in.select(LIBRARY_IMPORT_ITEM.OUTCOME, DSL.count())
                .from(LIBRARY_IMPORT_ITEM)
                .where(LIBRARY_IMPORT_ITEM.IMPORT_ID.eq(id))
                .groupBy(LIBRARY_IMPORT_ITEM.OUTCOME)
                .forEach(row -> outcomes.put(ImportOutcome.valueOf(row.value1()), row.value2()));
        var sums = in.select(
                        sum(LIBRARY_IMPORT_ITEM.REPAIRS),
                        DSL.count(when(LIBRARY_IMPORT_ITEM.REPAIRS.gt(0), 1)),
                        DSL.count(when(LIBRARY_IMPORT_ITEM.WARNING_CODES.ne(""), 1)),
                        sum(LIBRARY_IMPORT_ITEM.STATEMENTS),
                        DSL.count(when(
                                LIBRARY_IMPORT_ITEM
                                        .LEFT_OUT
                                        .isTrue()
                                        .and(LIBRARY_IMPORT_ITEM.OUTCOME.in(
                                                ImportOutcome.NEW.name(), ImportOutcome.CHANGED.name())),
                                1)),
                        DSL.count(when(LIBRARY_IMPORT_ITEM.TAKEN.isTrue(), 1)))
                .from(LIBRARY_IMPORT_ITEM)
                .where(LIBRARY_IMPORT_ITEM.IMPORT_ID.eq(id))
                .fetchSingle();
        return new ImportCounts(
                outcomes,
                sums.value1() == null ? 0 : sums.value1().longValue(),
                sums.value2(),
                sums.value3(),
                sums.value4() == null ? 0 : sums.value4().longValue(),
                sums.value5(),
                sums.value6());
    }

    private static LibraryImportItemRecord row(long id, ImportItem item) {
        var row = new LibraryImportItemRecord();
        row.setImportId(id);
        row.setOrdinal(item.ordinal());
        row.setName(ColumnText.cut(item.name(), 1000));
        row.setAddress(ColumnText.fit(item.address(), 2000));
        row.setSha256(item.sha256());
        row.setOutcome(item.outcome().name());
        row.setTitle(ColumnText.fit(item.title(), 1000));
        row.setIssuer(ColumnText.fit(item.issuer(), 300));
        row.setPublishedOn(item.published());
        row.setStatements(item.statements());
        row.setRepairs(item.repairs());
        row.setWarningCodes(String.join(" ", item.warnings()));
        ImportItem.Refusal refusal = item.refusal();
        row.setCode(refusal == null ? null : ColumnText.cut(refusal.code(), 40));
        row.setMessage(refusal == null ? null : ColumnText.cut(refusal.message(), 1000));
        row.setAdvice(refusal == null ? null : ColumnText.cut(refusal.advice(), 1000));
        row.setPageId(item.page());
        row.setLeftOut(item.leftOut());
        row.setTaken(item.taken());
        return row;
    }

    private static ImportItem item(Record record) {
        LibraryImportItemRecord row = record.into(LIBRARY_IMPORT_ITEM);
        return new ImportItem(
                row.getOrdinal(),
                row.getName(),
                row.getAddress(),
                row.getSha256(),
                ImportOutcome.valueOf(row.getOutcome()),
                row.getTitle(),
                row.getIssuer(),
                row.getPublishedOn(),
                row.getStatements(),
                row.getRepairs(),
                row.getWarningCodes().isEmpty()
                        ? List.of()
                        : List.of(row.getWarningCodes().split(" ", -1)),
                row.getCode() == null
                        ? null
                        : new ImportItem.Refusal(
                                row.getCode(),
                                Objects.requireNonNullElse(row.getMessage(), ""),
                                Objects.requireNonNullElse(row.getAdvice(), "")),
                row.getPageId(),
                row.getLeftOut(),
                row.getTaken());
    }

    private static PageImport pageImport(Record record) {
        LibraryImportRecord row = record.into(LIBRARY_IMPORT);
        return new PageImport(
                Objects.requireNonNull(row.getId()),
                row.getTitle(),
                ImportSource.valueOf(row.getSource()),
                row.getFolder(),
                row.getAddress(),
                Visibility.valueOf(row.getVisibility()),
                ImportState.valueOf(row.getState()),
                row.getRunId(),
                row.getPersonId(),
                row.getCreatedAt());
    }
}
