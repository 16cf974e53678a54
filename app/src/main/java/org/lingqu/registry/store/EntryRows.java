package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_ENTRY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.lingqu.database.ColumnText;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.Entry;
import org.lingqu.registry.store.db.tables.records.RegistryEntryRecord;

/** Entries as rows. None is ever changed but for when it was undone. */
public final class EntryRows {

    private EntryRows() {}

    /** Adds entries; their numbers are chosen here and do not count. */
    public static void insert(DSLContext in, List<Entry> entries) {
        in.batchInsert(entries.stream().map(entry -> row(in, entry)).toList()).execute();
    }

    private static RegistryEntryRecord row(DSLContext in, Entry entry) {
        RegistryEntryRecord row = in.newRecord(REGISTRY_ENTRY);
        row.setEnterpriseId(entry.enterprise());
        row.setImportId(entry.list());
        row.setRowNumber(entry.list() == null ? null : entry.row());
        row.setSource(entry.source().name());
        row.setSaidOn(entry.saidOn());
        row.setSaid(SaidJson.write(entry.said()));
        row.setNote(ColumnText.fit(entry.note(), 1000));
        row.setPersonId(entry.person());
        row.setPerson(ColumnText.cut(entry.personName(), 100));
        row.setEnteredAt(entry.enteredAt());
        return row;
    }

    /** All that was said about one enterprise, in the order it was entered, undone entries among it. */
    public static List<Entry> of(DSLContext in, long enterprise) {
        return in.selectFrom(REGISTRY_ENTRY)
                .where(REGISTRY_ENTRY.ENTERPRISE_ID.eq(enterprise))
                .orderBy(REGISTRY_ENTRY.ID)
                .fetch(EntryRows::entry);
    }

    /** The same for several, by enterprise. */
    public static Map<Long, List<Entry>> of(DSLContext in, Collection<Long> enterprises) {
        return in.selectFrom(REGISTRY_ENTRY)
                .where(REGISTRY_ENTRY.ENTERPRISE_ID.in(enterprises))
                .orderBy(REGISTRY_ENTRY.ID)
                .fetchGroups(REGISTRY_ENTRY.ENTERPRISE_ID, EntryRows::entry);
    }

    /** Entries of enterprises with numbers from {@code from} on, {@code until} excluded, by enterprise. */
    public static Map<Long, List<Entry>> between(DSLContext in, long from, long until) {
        return in.selectFrom(REGISTRY_ENTRY)
                .where(REGISTRY_ENTRY.ENTERPRISE_ID.ge(from))
                .and(REGISTRY_ENTRY.ENTERPRISE_ID.lt(until))
                .orderBy(REGISTRY_ENTRY.ENTERPRISE_ID, REGISTRY_ENTRY.ID)
                .fetchGroups(REGISTRY_ENTRY.ENTERPRISE_ID, EntryRows::entry);
    }

    /** Marks what came with an import; gives the enterprises it spoke of. */
    public static List<Long> undo(DSLContext in, long list, Instant now) {
        in.update(REGISTRY_ENTRY)
                .set(REGISTRY_ENTRY.UNDONE_AT, now)
                .where(REGISTRY_ENTRY.IMPORT_ID.eq(list))
                .and(REGISTRY_ENTRY.UNDONE_AT.isNull())
                .execute();
        return in.selectDistinct(REGISTRY_ENTRY.ENTERPRISE_ID)
                .from(REGISTRY_ENTRY)
                .where(REGISTRY_ENTRY.IMPORT_ID.eq(list))
                .orderBy(REGISTRY_ENTRY.ENTERPRISE_ID)
                .fetch(REGISTRY_ENTRY.ENTERPRISE_ID);
    }

    private static Entry entry(Record record) {
        RegistryEntryRecord row = record.into(REGISTRY_ENTRY);
        return new Entry(
                Objects.requireNonNull(row.getId()),
                row.getEnterpriseId(),
                row.getImportId(),
                Objects.requireNonNullElse(row.getRowNumber(), 0),
                Supplier.valueOf(row.getSource()),
                row.getSaidOn(),
                SaidJson.read(row.getSaid()),
                row.getNote(),
                row.getPersonId(),
                row.getPerson(),
                row.getEnteredAt(),
                row.getUndoneAt());
    }
}
