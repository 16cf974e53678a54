package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_PARTY_ENTRY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.Entry;
import org.lingqu.registry.store.db.tables.records.RegistryPartyEntryRecord;

/** Entries about parties as rows; {@link Entry#enterprise} is the party's number. None is ever changed but for when it was undone. */
public final class PartyEntryRows {

    private PartyEntryRows() {}

    /** Adds entries; their numbers are chosen here and do not count. */
    public static void insert(DSLContext in, List<Entry> entries) {
        Batches.run(
                in,
                "insert into registry_party_entry (party_id, import_id, row_number, source, said_on, said, note,"
                        + " person_id, person, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries,
                (statement, entry) -> EntryRows.fill(statement, entry, SaidJson.write(entry.said())));
    }

    /** All that was said about one, in the order it was entered, undone entries among it. */
    public static List<Entry> of(DSLContext in, long party) {
        return in.selectFrom(REGISTRY_PARTY_ENTRY)
                .where(REGISTRY_PARTY_ENTRY.PARTY_ID.eq(party))
                .orderBy(REGISTRY_PARTY_ENTRY.ID)
                .fetch(PartyEntryRows::entry);
    }

    /** The same for several, by party. */
    public static Map<Long, List<Entry>> of(DSLContext in, Collection<Long> parties) {
        return in.selectFrom(REGISTRY_PARTY_ENTRY)
                .where(REGISTRY_PARTY_ENTRY.PARTY_ID.in(parties))
                .orderBy(REGISTRY_PARTY_ENTRY.ID)
                .fetchGroups(REGISTRY_PARTY_ENTRY.PARTY_ID, PartyEntryRows::entry);
    }

    /** Marks what came with an import; it counts no more. */
    public static void undo(DSLContext in, long list, Instant now) {
        in.update(REGISTRY_PARTY_ENTRY)
                .set(REGISTRY_PARTY_ENTRY.UNDONE_AT, now)
                .where(REGISTRY_PARTY_ENTRY.IMPORT_ID.eq(list))
                .and(REGISTRY_PARTY_ENTRY.UNDONE_AT.isNull())
                .execute();
    }

    /** Parties that an import speaks of, ascending. */
    public static List<Long> parties(DSLContext in, long list) {
        return in.selectDistinct(REGISTRY_PARTY_ENTRY.PARTY_ID)
                .from(REGISTRY_PARTY_ENTRY)
                .where(REGISTRY_PARTY_ENTRY.IMPORT_ID.eq(list))
                .orderBy(REGISTRY_PARTY_ENTRY.PARTY_ID)
                .fetch(REGISTRY_PARTY_ENTRY.PARTY_ID);
    }

    private static Entry entry(Record record) {
        RegistryPartyEntryRecord row = record.into(REGISTRY_PARTY_ENTRY);
        return new Entry(
                Objects.requireNonNull(row.getId()),
                row.getPartyId(),
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
