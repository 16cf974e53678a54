package org.lingqu.registry.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.lingqu.registry.store.db.Tables.REGISTRY_ENTRY;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.registry.Entry;
import org.lingqu.registry.Said;
import org.lingqu.registry.Shape;
import org.lingqu.registry.ShapedText;
import org.lingqu.registry.store.db.tables.records.RegistryEntryRecord;

/** Entries as rows. None is ever changed but for when it was undone. */
public final class EntryRows {

    private EntryRows() {}

    private static final String INSERT =
            "insert into registry_entry (enterprise_id, import_id, row_number, source, said_on, said, "
                    + "note, person_id, person, entered_at, shape_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Adds entries; their numbers are chosen here and do not count. */
    public static void insert(DSLContext in, List<Entry> entries) {
        Batches.run(
                in, INSERT, entries, (statement, entry) -> fill(statement, entry, SaidJson.write(entry.said()), null));
    }

    /**
     * What a row of a list says, as {@link org.lingqu.registry.ShapedText} writes it.
     *
     * @param entry all but what was said, which is empty there
     */
    public record Shaped(Entry entry, Shape shape, String text) {}

    /** Adds rows of a list, whose shape was kept. */
    public static void insertShaped(DSLContext in, List<Shaped> rows) {
        Batches.run(
                in,
                INSERT,
                rows,
                (statement, row) ->
                        fill(statement, row.entry(), row.text(), row.shape().id()));
    }

    private static void fill(PreparedStatement statement, Entry entry, String said, @Nullable Long shape)
            throws SQLException {
        fill(statement, entry, said);
        Batches.large(statement, 11, shape);
    }

    /** The first ten columns, alike for entries about enterprises and about parties. */
    static void fill(PreparedStatement statement, Entry entry, String said) throws SQLException {
        statement.setLong(1, entry.enterprise());
        Batches.large(statement, 2, entry.list());
        Batches.whole(statement, 3, entry.list() == null ? null : Integer.valueOf(entry.row()));
        statement.setString(4, entry.source().name());
        statement.setString(5, entry.saidOn().toString());
        statement.setString(6, said.indexOf('\0') < 0 ? said : said.replace("\0", ""));
        Batches.words(statement, 7, ColumnText.fit(entry.note(), 1000));
        statement.setLong(8, entry.person());
        statement.setString(9, ColumnText.cut(entry.personName(), 100));
        statement.setLong(10, entry.enteredAt().toEpochMilli());
    }

    /** All that was said about one enterprise, in the order it was entered, undone entries among it. */
    public static List<Entry> of(DSLContext in, long enterprise) {
        return in.selectFrom(REGISTRY_ENTRY)
                .where(REGISTRY_ENTRY.ENTERPRISE_ID.eq(enterprise))
                .orderBy(REGISTRY_ENTRY.ID)
                .fetch(row -> entry(in, row));
    }

    /** The same for several, by enterprise. */
    public static Map<Long, List<Entry>> of(DSLContext in, Collection<Long> enterprises) {
        return in.selectFrom(REGISTRY_ENTRY)
                .where(REGISTRY_ENTRY.ENTERPRISE_ID.in(enterprises))
                .orderBy(REGISTRY_ENTRY.ID)
                .fetchGroups(REGISTRY_ENTRY.ENTERPRISE_ID, row -> entry(in, row));
    }

    /** The same, not read yet. */
    public static Map<Long, List<KeptEntry>> kept(DSLContext in, Collection<Long> enterprises) {
        return in.selectFrom(REGISTRY_ENTRY)
                .where(REGISTRY_ENTRY.ENTERPRISE_ID.in(enterprises))
                .orderBy(REGISTRY_ENTRY.ID)
                .fetchGroups(REGISTRY_ENTRY.ENTERPRISE_ID, row -> kept(in, row));
    }

    /** Entries of enterprises with numbers from {@code from} on, {@code until} excluded, by enterprise. */
    public static Map<Long, List<Entry>> between(DSLContext in, long from, long until) {
        return in.selectFrom(REGISTRY_ENTRY)
                .where(REGISTRY_ENTRY.ENTERPRISE_ID.ge(from))
                .and(REGISTRY_ENTRY.ENTERPRISE_ID.lt(until))
                .orderBy(REGISTRY_ENTRY.ENTERPRISE_ID, REGISTRY_ENTRY.ID)
                .fetchGroups(REGISTRY_ENTRY.ENTERPRISE_ID, row -> entry(in, row));
    }

    /** Gets what counts, as it is kept. */
    public interface Kept {
        /**
         * An entry.
         *
         * @param shape null where the text is JSON
         */
        void entry(long enterprise, long id, String source, String saidOn, @Nullable Shape shape, String text);
    }

    /** Entries that count of enterprises with numbers from {@code from} on, {@code until} excluded, in the order of both numbers. */
    public static void each(DSLContext in, long from, long until, Kept use) {
        in.connection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select enterprise_id, id, source, said_on, shape_id, said from registry_entry where enterprise_id >= ?"
                            + " and enterprise_id < ? and undone_at is null order by enterprise_id, id")) {
                statement.setLong(1, from);
                statement.setLong(2, until);
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        long shape = result.getLong(5);
                        boolean json = result.wasNull();
                        use.entry(
                                result.getLong(1),
                                result.getLong(2),
                                result.getString(3),
                                result.getString(4),
                                json ? null : ShapeRows.get(in, shape),
                                result.getString(6));
                    }
                }
            }
        });
    }

    /** What an entry says that counts and is kept so. */
    public static Said said(@Nullable Shape shape, String text) {
        return shape == null ? SaidJson.read(text) : ShapedText.read(shape, text);
    }

    /** Marks what came with an import; it counts no more. */
    public static void undo(DSLContext in, long list, Instant now) {
        in.update(REGISTRY_ENTRY)
                .set(REGISTRY_ENTRY.UNDONE_AT, now)
                .where(REGISTRY_ENTRY.IMPORT_ID.eq(list))
                .and(REGISTRY_ENTRY.UNDONE_AT.isNull())
                .execute();
    }

    /** Marks one entry; it counts no more. */
    public static void undoOne(DSLContext in, long entry, Instant now) {
        in.update(REGISTRY_ENTRY)
                .set(REGISTRY_ENTRY.UNDONE_AT, now)
                .where(REGISTRY_ENTRY.ID.eq(entry))
                .and(REGISTRY_ENTRY.UNDONE_AT.isNull())
                .execute();
    }

    /** Enterprises that an import speaks of and others too, so that something still counts about them. */
    public static List<Long> sharedWithOthers(DSLContext in, long list) {
        var other = REGISTRY_ENTRY.as("other");
        return in.selectDistinct(REGISTRY_ENTRY.ENTERPRISE_ID)
                .from(REGISTRY_ENTRY)
                .where(REGISTRY_ENTRY.IMPORT_ID.eq(list))
                .and(exists(selectOne()
                        .from(other)
                        .where(other.ENTERPRISE_ID.eq(REGISTRY_ENTRY.ENTERPRISE_ID))
                        .and(other.UNDONE_AT.isNull())))
                .orderBy(REGISTRY_ENTRY.ENTERPRISE_ID)
                .fetch(REGISTRY_ENTRY.ENTERPRISE_ID);
    }

    /** The first enterprises that an import speaks of. */
    public static List<Long> enterprises(DSLContext in, long list, int most) {
        return in.selectDistinct(REGISTRY_ENTRY.ENTERPRISE_ID)
                .from(REGISTRY_ENTRY)
                .where(REGISTRY_ENTRY.IMPORT_ID.eq(list))
                .orderBy(REGISTRY_ENTRY.ENTERPRISE_ID)
                .limit(most)
                .fetch(REGISTRY_ENTRY.ENTERPRISE_ID);
    }

    private static KeptEntry kept(DSLContext in, Record record) {
        RegistryEntryRecord row = record.into(REGISTRY_ENTRY);
        Long shape = row.getShapeId();
        return new KeptEntry(row, shape == null ? null : ShapeRows.get(in, shape));
    }

    private static Entry entry(DSLContext in, Record record) {
        return kept(in, record).read();
    }
}
