package org.lingqu.library.store;

import static org.lingqu.library.store.db.Tables.LIBRARY_PAGE;
import static org.lingqu.library.store.db.Tables.LIBRARY_STATEMENT;
import static org.lingqu.library.store.db.Tables.LIBRARY_VERSION;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.ReviewState;
import org.lingqu.library.Visibility;

/** What is searched of pages and their statements, without what is only shown. Every method works inside the transaction it is given. */
public final class IndexRows {

    private IndexRows() {}

    /** A page as its newest version is; {@code title} is the name of its file where it has none. */
    public record PageText(
            long id,
            Visibility visibility,
            @Nullable String sameAs,
            String title,
            @Nullable String issuer,
            @Nullable String documentNumber,
            @Nullable LocalDate published,
            String kind,
            @Nullable String site,
            String text,
            long arrived,
            long opened) {}

    /** A statement that counts; {@code textStart} and {@code textEnd} as in {@link org.lingqu.library.Place}. */
    public record StatementText(
            long id,
            int textStart,
            int textEnd,
            String quote,
            @Nullable String region,
            @Nullable String regionCode,
            String indicator,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String period,
            String verdict,
            long arrived) {}

    /** Pages by number, in any order; numbers of no page are passed over. */
    public static List<PageText> pages(DSLContext in, List<Long> ids) {
        return in.select(
                        LIBRARY_PAGE.ID,
                        LIBRARY_PAGE.VISIBILITY,
                        LIBRARY_PAGE.SAME_AS,
                        LIBRARY_PAGE.NAME,
                        LIBRARY_VERSION.TITLE,
                        LIBRARY_VERSION.ISSUER,
                        LIBRARY_VERSION.DOCUMENT_NUMBER,
                        LIBRARY_VERSION.PUBLISHED_ON,
                        LIBRARY_VERSION.KIND,
                        LIBRARY_VERSION.SITE,
                        LIBRARY_VERSION.TEXT,
                        LIBRARY_PAGE.ARRIVED_CHANGE,
                        LIBRARY_PAGE.OPENED_CHANGE)
                .from(LIBRARY_PAGE)
                .join(LIBRARY_VERSION)
                .on(LIBRARY_VERSION.ID.eq(LIBRARY_PAGE.LATEST_VERSION_ID))
                .where(LIBRARY_PAGE.ID.in(ids))
                .fetch(row -> new PageText(
                        row.get(LIBRARY_PAGE.ID),
                        Visibility.valueOf(row.get(LIBRARY_PAGE.VISIBILITY)),
                        row.get(LIBRARY_PAGE.SAME_AS),
                        Objects.requireNonNullElse(row.get(LIBRARY_VERSION.TITLE), row.get(LIBRARY_PAGE.NAME)),
                        row.get(LIBRARY_VERSION.ISSUER),
                        row.get(LIBRARY_VERSION.DOCUMENT_NUMBER),
                        row.get(LIBRARY_VERSION.PUBLISHED_ON),
                        row.get(LIBRARY_VERSION.KIND),
                        row.get(LIBRARY_VERSION.SITE),
                        row.get(LIBRARY_VERSION.TEXT),
                        row.get(LIBRARY_PAGE.ARRIVED_CHANGE),
                        row.get(LIBRARY_PAGE.OPENED_CHANGE)));
    }

    /** Statements of pages that nobody rejected, by page, in their order. */
    public static Map<Long, List<StatementText>> statements(DSLContext in, List<Long> pages) {
        return in.select(
                        LIBRARY_STATEMENT.PAGE_ID,
                        LIBRARY_STATEMENT.ID,
                        LIBRARY_STATEMENT.TEXT_START,
                        LIBRARY_STATEMENT.TEXT_END,
                        LIBRARY_STATEMENT.QUOTE,
                        LIBRARY_STATEMENT.REGION,
                        LIBRARY_STATEMENT.REGION_CODE,
                        LIBRARY_STATEMENT.INDICATOR,
                        LIBRARY_STATEMENT.VALUE,
                        LIBRARY_STATEMENT.UNIT,
                        LIBRARY_STATEMENT.PERIOD,
                        LIBRARY_STATEMENT.VERDICT,
                        LIBRARY_STATEMENT.ARRIVED_CHANGE)
                .from(LIBRARY_STATEMENT)
                .where(LIBRARY_STATEMENT.PAGE_ID.in(pages), LIBRARY_STATEMENT.REVIEW.ne(ReviewState.REJECTED.name()))
                .orderBy(LIBRARY_STATEMENT.PAGE_ID, LIBRARY_STATEMENT.ORDINAL)
                .fetchGroups(
                        LIBRARY_STATEMENT.PAGE_ID,
                        row -> new StatementText(
                                row.get(LIBRARY_STATEMENT.ID),
                                row.get(LIBRARY_STATEMENT.TEXT_START),
                                row.get(LIBRARY_STATEMENT.TEXT_END),
                                row.get(LIBRARY_STATEMENT.QUOTE),
                                row.get(LIBRARY_STATEMENT.REGION),
                                row.get(LIBRARY_STATEMENT.REGION_CODE),
                                row.get(LIBRARY_STATEMENT.INDICATOR),
                                row.get(LIBRARY_STATEMENT.VALUE),
                                row.get(LIBRARY_STATEMENT.UNIT),
                                row.get(LIBRARY_STATEMENT.PERIOD),
                                row.get(LIBRARY_STATEMENT.VERDICT),
                                row.get(LIBRARY_STATEMENT.ARRIVED_CHANGE)));
    }
}
