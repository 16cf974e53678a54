package org.lingqu.library.store;

import static org.jooq.impl.DSL.select;
import static org.lingqu.library.store.db.Tables.LIBRARY_PAGE;
import static org.lingqu.library.store.db.Tables.LIBRARY_SNAPSHOT;
import static org.lingqu.library.store.db.Tables.LIBRARY_STATEMENT;
import static org.lingqu.library.store.db.Tables.LIBRARY_VERSION;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.database.Json;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.Script;
import org.lingqu.engine.text.Statement;
import org.lingqu.library.Page;
import org.lingqu.library.PageDetails;
import org.lingqu.library.PageVersion;
import org.lingqu.library.StoredStatement;
import org.lingqu.library.Visibility;
import org.lingqu.library.store.db.tables.records.LibraryPageRecord;
import org.lingqu.library.store.db.tables.records.LibraryStatementRecord;
import org.lingqu.library.store.db.tables.records.LibraryVersionRecord;

/** Pages and their versions as rows. Every method works inside the transaction it is given. */
public final class PageRows {

    private PageRows() {}

    /** Notes that a snapshot is kept. */
    public static void snapshot(DSLContext in, String sha256, long size, Instant now) {
        in.insertInto(LIBRARY_SNAPSHOT, LIBRARY_SNAPSHOT.SHA256, LIBRARY_SNAPSHOT.SIZE, LIBRARY_SNAPSHOT.STORED_AT)
                .values(sha256, size, now)
                .onConflictDoNothing()
                .execute();
    }

    /** By the hash of its address or name. */
    public static Optional<Page> byKey(DSLContext in, String key) {
        return in.selectFrom(LIBRARY_PAGE)
                .where(LIBRARY_PAGE.PAGE_KEY.eq(key))
                .fetchOptional()
                .map(PageRows::page);
    }

    /** The oldest page whose newest version has this content. */
    public static Optional<Page> byLatestContent(DSLContext in, String sha256) {
        // those with this content first; joined, SQLite would go through all pages for the sake of their order
        List<Long> versions = in.select(LIBRARY_VERSION.ID)
                .from(LIBRARY_VERSION)
                .where(LIBRARY_VERSION.SHA256.eq(sha256))
                .fetch(LIBRARY_VERSION.ID);
        return versions.isEmpty()
                ? Optional.empty()
                : in
                        .selectFrom(LIBRARY_PAGE)
                        .where(LIBRARY_PAGE.ID.in(select(LIBRARY_VERSION.PAGE_ID)
                                .from(LIBRARY_VERSION)
                                .where(LIBRARY_VERSION.SHA256.eq(sha256))))
                        .and(LIBRARY_PAGE.LATEST_VERSION_ID.in(versions))
                        .stream()
                        .map(PageRows::page)
                        .min(Comparator.comparingLong(Page::id));
    }

    /** Hash of the content of a version. */
    public static Optional<String> latestContent(DSLContext in, long version) {
        return in.select(LIBRARY_VERSION.SHA256)
                .from(LIBRARY_VERSION)
                .where(LIBRARY_VERSION.ID.eq(version))
                .fetchOptional(LIBRARY_VERSION.SHA256);
    }

    /** By number. */
    public static Optional<Page> byId(DSLContext in, long id) {
        return in.selectFrom(LIBRARY_PAGE)
                .where(LIBRARY_PAGE.ID.eq(id))
                .fetchOptional()
                .map(PageRows::page);
    }

    /** How many pages there are. */
    public static int count(DSLContext in) {
        return in.fetchCount(LIBRARY_PAGE);
    }

    /** Numbers of pages after one, in their order; for walking through all of them. */
    public static List<Long> after(DSLContext in, long page, int limit) {
        return in.select(LIBRARY_PAGE.ID)
                .from(LIBRARY_PAGE)
                .where(LIBRARY_PAGE.ID.gt(page))
                .orderBy(LIBRARY_PAGE.ID)
                .limit(limit)
                .fetch(LIBRARY_PAGE.ID);
    }

    /** Adds a page that has no version yet. */
    public static Page insert(
            DSLContext in, @Nullable String address, String key, String name, Visibility visibility, Instant now) {
        LibraryPageRecord row = in.newRecord(LIBRARY_PAGE);
        row.setAddress(ColumnText.fit(address, 2000));
        row.setPageKey(key);
        row.setName(ColumnText.cut(name, 500));
        row.setVisibility(visibility.name());
        row.setCreatedAt(now);
        row.setUpdatedAt(now);
        row.setRowVersion(1);
        row.store();
        return page(row);
    }

    /** Adds a version; its id is chosen here. */
    public static PageVersion insert(DSLContext in, PageVersion version, String warningCodes, @Nullable Long run) {
        LibraryVersionRecord row = in.newRecord(LIBRARY_VERSION);
        row.setPageId(version.page());
        row.setNumber(version.number());
        row.setSha256(version.sha256());
        row.setImportedAt(version.importedAt());
        row.setPersonId(version.person());
        row.setRunId(run);
        fill(row, version, warningCodes);
        row.store();
        return version(row);
    }

    /** Replaces what was read from a version by what a newer reader reads from the same snapshot. */
    public static void reread(DSLContext in, long id, PageVersion version, String warningCodes) {
        LibraryVersionRecord row =
                Objects.requireNonNull(in.fetchOne(LIBRARY_VERSION, LIBRARY_VERSION.ID.eq(id)), "version is there");
        fill(row, version, warningCodes);
        row.store();
    }

    private static void fill(LibraryVersionRecord row, PageVersion version, String warningCodes) {
        row.setReader(version.reader());
        row.setCharset(version.charset());
        row.setScript(version.script().name());
        row.setTitle(ColumnText.fit(version.title(), 1000));
        row.setIssuer(ColumnText.fit(version.issuer(), 300));
        row.setIssuerInferred(version.issuerInferred());
        row.setDocumentNumber(ColumnText.fit(version.documentNumber(), 200));
        row.setPublishedOn(version.published());
        row.setWrittenOn(version.written());
        row.setEventOn(version.event());
        row.setKind(version.kind().name());
        row.setRegion(version.region());
        row.setRegionCode(version.regionCode());
        row.setSite(ColumnText.fit(version.site(), 300));
        row.setWarningCodes(warningCodes);
        row.setText(ColumnText.cut(version.text(), Integer.MAX_VALUE));
        row.setReading(Json.write(version.details()));
    }

    /** Number of the newest version of a page; 0 when it has none. */
    public static int lastNumber(DSLContext in, long page) {
        return in.select(LIBRARY_VERSION.NUMBER)
                .from(LIBRARY_VERSION)
                .where(LIBRARY_VERSION.PAGE_ID.eq(page))
                .orderBy(LIBRARY_VERSION.NUMBER.desc())
                .limit(1)
                .fetchOptional(LIBRARY_VERSION.NUMBER)
                .orElse(0);
    }

    /** Makes a version the newest of its page, which has arrived with it once more. */
    public static void latest(DSLContext in, long page, long version, Instant now) {
        in.update(LIBRARY_PAGE)
                .set(LIBRARY_PAGE.LATEST_VERSION_ID, version)
                .set(LIBRARY_PAGE.ARRIVED_CHANGE, 0L)
                .set(LIBRARY_PAGE.UPDATED_AT, now)
                .set(LIBRARY_PAGE.ROW_VERSION, LIBRARY_PAGE.ROW_VERSION.plus(1))
                .where(LIBRARY_PAGE.ID.eq(page))
                .execute();
    }

    /** The versions of a page, newest first. */
    public static List<PageVersion> versions(DSLContext in, long page) {
        return in.selectFrom(LIBRARY_VERSION)
                .where(LIBRARY_VERSION.PAGE_ID.eq(page))
                .orderBy(LIBRARY_VERSION.NUMBER.desc())
                .fetch(PageRows::version);
    }

    /** A version by number. */
    public static Optional<PageVersion> version(DSLContext in, long id) {
        return in.selectFrom(LIBRARY_VERSION)
                .where(LIBRARY_VERSION.ID.eq(id))
                .fetchOptional()
                .map(PageRows::version);
    }

    /** Statements of the newest version, in their order on the page. */
    public static List<StoredStatement> statements(DSLContext in, long page) {
        return in.selectFrom(LIBRARY_STATEMENT)
                .where(LIBRARY_STATEMENT.PAGE_ID.eq(page))
                .orderBy(LIBRARY_STATEMENT.ORDINAL)
                .fetch(StatementRows::statement);
    }

    /** Puts other statements in the place of those of a page; one that is read as before keeps its number and is not new. */
    public static void replaceStatements(DSLContext in, long page, List<LibraryStatementRecord> rows) {
        Map<Long, Long> arrived = in.select(LIBRARY_STATEMENT.ID, LIBRARY_STATEMENT.ARRIVED_CHANGE)
                .from(LIBRARY_STATEMENT)
                .where(LIBRARY_STATEMENT.PAGE_ID.eq(page))
                .fetchMap(LIBRARY_STATEMENT.ID, LIBRARY_STATEMENT.ARRIVED_CHANGE);
        var ids = new HashMap<String, Deque<Long>>();
        for (StoredStatement old : statements(in, page)) {
            Statement reading = old.machine() == null ? old.reading() : old.machine();
            ids.computeIfAbsent(
                            identity(reading.quote(), reading.indicator(), reading.period()), key -> new ArrayDeque<>())
                    .add(old.id());
        }
        for (LibraryStatementRecord row : rows) {
            Deque<Long> same = ids.get(identity(row.getQuote(), row.getIndicator(), row.getPeriod()));
            Long id = same == null ? null : same.poll();
            row.setArrivedChange(id == null ? 0L : arrived.getOrDefault(id, 0L));
            if (id != null) {
                row.setId(id);
            }
        }
        in.deleteFrom(LIBRARY_STATEMENT)
                .where(LIBRARY_STATEMENT.PAGE_ID.eq(page))
                .execute();
        StatementRows.insert(in, rows);
    }

    private static String identity(String quote, String indicator, @Nullable String period) {
        return quote + '\n' + indicator + '\n' + period;
    }

    private static Page page(Record record) {
        LibraryPageRecord row = record.into(LIBRARY_PAGE);
        return new Page(
                Objects.requireNonNull(row.getId()),
                row.getAddress(),
                row.getName(),
                Visibility.valueOf(row.getVisibility()),
                Objects.requireNonNullElse(row.getLatestVersionId(), 0L),
                row.getSameAs(),
                row.getCreatedAt(),
                row.getUpdatedAt(),
                row.getRowVersion());
    }

    private static PageVersion version(Record record) {
        LibraryVersionRecord row = record.into(LIBRARY_VERSION);
        return new PageVersion(
                Objects.requireNonNull(row.getId()),
                row.getPageId(),
                row.getNumber(),
                row.getSha256(),
                row.getImportedAt(),
                row.getPersonId(),
                row.getReader(),
                row.getCharset(),
                Script.valueOf(row.getScript()),
                row.getTitle(),
                row.getIssuer(),
                row.getIssuerInferred(),
                row.getDocumentNumber(),
                row.getPublishedOn(),
                row.getWrittenOn(),
                row.getEventOn(),
                ArticleKind.valueOf(row.getKind()),
                row.getRegion(),
                row.getRegionCode(),
                row.getSite(),
                row.getText(),
                Json.read(row.getReading(), PageDetails.class));
    }
}
