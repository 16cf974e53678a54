package org.lingqu.library.store;

import static org.lingqu.library.store.db.Tables.LIBRARY_FOLLOW;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.lingqu.library.search.Follow;
import org.lingqu.library.search.SearchQuery;
import org.lingqu.library.store.db.tables.records.LibraryFollowRecord;

/** Searches that people follow, as rows. Every method works inside the transaction it is given. */
public final class FollowRows {

    private FollowRows() {}

    /** Those of a person, the oldest first. */
    public static List<Follow> of(DSLContext in, long person) {
        return in.selectFrom(LIBRARY_FOLLOW)
                .where(LIBRARY_FOLLOW.PERSON_ID.eq(person))
                .orderBy(LIBRARY_FOLLOW.ID)
                .fetch(FollowRows::follow);
    }

    /** One of a person. */
    public static Optional<Follow> byId(DSLContext in, long person, long id) {
        return in.selectFrom(LIBRARY_FOLLOW)
                .where(LIBRARY_FOLLOW.ID.eq(id), LIBRARY_FOLLOW.PERSON_ID.eq(person))
                .fetchOptional(FollowRows::follow);
    }

    /** That of a person that looks for the same. */
    public static Optional<Follow> byQuery(DSLContext in, long person, String query) {
        return in.selectFrom(LIBRARY_FOLLOW)
                .where(LIBRARY_FOLLOW.PERSON_ID.eq(person), LIBRARY_FOLLOW.QUERY.eq(query))
                .limit(1)
                .fetchOptional(FollowRows::follow);
    }

    /** Adds one. */
    public static Follow insert(DSLContext in, long person, String name, String query, long seen, Instant now) {
        LibraryFollowRecord row = in.newRecord(LIBRARY_FOLLOW);
        row.setPersonId(person);
        row.setName(name);
        row.setQuery(query);
        row.setSeenChange(seen);
        row.setSeenAt(now);
        row.setCreatedAt(now);
        row.store();
        return follow(row);
    }

    /** Notes up to which change its person has seen what it finds. */
    public static void seen(DSLContext in, long id, long change, Instant now) {
        in.update(LIBRARY_FOLLOW)
                .set(LIBRARY_FOLLOW.SEEN_CHANGE, change)
                .set(LIBRARY_FOLLOW.SEEN_AT, now)
                .where(LIBRARY_FOLLOW.ID.eq(id))
                .execute();
    }

    /** Calls it otherwise. */
    public static void rename(DSLContext in, long id, String name) {
        in.update(LIBRARY_FOLLOW)
                .set(LIBRARY_FOLLOW.NAME, name)
                .where(LIBRARY_FOLLOW.ID.eq(id))
                .execute();
    }

    /** Removes it. */
    public static void remove(DSLContext in, long id) {
        in.deleteFrom(LIBRARY_FOLLOW).where(LIBRARY_FOLLOW.ID.eq(id)).execute();
    }

    private static Follow follow(LibraryFollowRecord row) {
        return new Follow(
                Objects.requireNonNull(row.getId()),
                row.getPersonId(),
                row.getName(),
                SearchQuery.ofAddress(row.getQuery()),
                row.getSeenChange(),
                row.getSeenAt(),
                row.getCreatedAt());
    }
}
