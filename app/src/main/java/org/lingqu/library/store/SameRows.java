package org.lingqu.library.store;

import static org.lingqu.library.store.db.Tables.LIBRARY_BAND;
import static org.lingqu.library.store.db.Tables.LIBRARY_FINGERPRINT;
import static org.lingqu.library.store.db.Tables.LIBRARY_PAGE;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.suspicion.Fingerprint;

/** Fingerprints of pages, and the groups of pages that say the same. Every method works inside the transaction it is given. */
public final class SameRows {

    private static final int MOST_CANDIDATES = 200;

    private SameRows() {}

    /** A page that may say the same. */
    public record Candidate(long page, @Nullable String group, Fingerprint fingerprint) {}

    /** Forgets the fingerprint of a page. */
    public static void remove(DSLContext in, long page) {
        in.deleteFrom(LIBRARY_BAND).where(LIBRARY_BAND.PAGE_ID.eq(page)).execute();
        in.deleteFrom(LIBRARY_FINGERPRINT)
                .where(LIBRARY_FINGERPRINT.PAGE_ID.eq(page))
                .execute();
    }

    /** Keeps the fingerprint of a page that has none. */
    public static void insert(DSLContext in, long page, Fingerprint fingerprint) {
        in.insertInto(LIBRARY_FINGERPRINT, LIBRARY_FINGERPRINT.PAGE_ID, LIBRARY_FINGERPRINT.LINE)
                .values(page, fingerprint.line())
                .execute();
        var bands = in.insertInto(LIBRARY_BAND, LIBRARY_BAND.BAND, LIBRARY_BAND.PAGE_ID);
        for (long band : Set.copyOf(fingerprint.bands())) {
            bands = bands.values(band, page);
        }
        bands.execute();
    }

    /** Other pages that share a part of a fingerprint, the oldest first. */
    public static List<Candidate> candidates(DSLContext in, long page, Fingerprint fingerprint) {
        return in
                .select(LIBRARY_PAGE.ID, LIBRARY_PAGE.SAME_AS, LIBRARY_FINGERPRINT.LINE)
                .from(LIBRARY_PAGE)
                .join(LIBRARY_FINGERPRINT)
                .on(LIBRARY_FINGERPRINT.PAGE_ID.eq(LIBRARY_PAGE.ID))
                .where(LIBRARY_PAGE.ID.in(in.select(LIBRARY_BAND.PAGE_ID)
                        .from(LIBRARY_BAND)
                        .where(LIBRARY_BAND.BAND.in(fingerprint.bands()))))
                .and(LIBRARY_PAGE.ID.ne(page))
                .orderBy(LIBRARY_PAGE.ID)
                .limit(MOST_CANDIDATES)
                .fetch()
                .stream()
                .<Candidate>mapMulti((row, sink) -> Fingerprint.ofLine(row.value3())
                        .ifPresent(other -> sink.accept(new Candidate(row.value1(), row.value2(), other))))
                .toList();
    }

    /** Pages of a group, the oldest first; at most a few. */
    public static List<Long> members(DSLContext in, String group, int most) {
        return in.select(LIBRARY_PAGE.ID)
                .from(LIBRARY_PAGE)
                .where(LIBRARY_PAGE.SAME_AS.eq(group))
                .orderBy(LIBRARY_PAGE.ID)
                .limit(most)
                .fetch(LIBRARY_PAGE.ID);
    }

    /** Puts a page into a group, or takes it out with null. */
    public static void group(DSLContext in, long page, @Nullable String group) {
        in.update(LIBRARY_PAGE)
                .set(LIBRARY_PAGE.SAME_AS, group)
                .where(LIBRARY_PAGE.ID.eq(page))
                .execute();
    }
}
