package org.lingqu.library.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.substring;
import static org.lingqu.library.store.db.Tables.LIBRARY_PAGE;
import static org.lingqu.library.store.db.Tables.LIBRARY_STATEMENT;
import static org.lingqu.library.store.db.Tables.LIBRARY_VERSION;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.library.PageFilter;
import org.lingqu.library.PageSummary;
import org.lingqu.library.Visibility;

/** Lists of pages. Every method works inside the transaction it is given. */
public final class PageListRows {

    private static final Field<Integer> STATEMENTS =
            field(selectCount().from(LIBRARY_STATEMENT).where(LIBRARY_STATEMENT.PAGE_ID.eq(LIBRARY_PAGE.ID)));

    private PageListRows() {}

    /**
     * Pages that a filter lets through.
     *
     * @param internal whether those that are not public are seen too
     */
    public static List<PageSummary> find(DSLContext in, boolean internal, PageFilter filter, int offset, int limit) {
        return summaries(in)
                .where(condition(internal, filter))
                .orderBy(order(filter.order()))
                .offset(offset)
                .limit(limit)
                .fetch(PageListRows::summary);
    }

    /** Pages by number, those that are there and may be seen. */
    public static Map<Long, PageSummary> byIds(DSLContext in, boolean internal, List<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : summaries(in)
                        .where(LIBRARY_PAGE.ID.in(ids), seen(internal))
                        .fetchMap(LIBRARY_PAGE.ID, PageListRows::summary);
    }

    /**
     * The text of a page as its newest version is.
     *
     * @param version number within the page, from 1
     * @param title the file's name where the page has none
     */
    public record Text(
            long page,
            int version,
            String title,
            @Nullable String issuer,
            boolean issuerInferred,
            @Nullable LocalDate published,
            Visibility visibility,
            @Nullable String documentNumber,
            String text) {}

    /** Texts of pages by number, of those that are there and may be seen. */
    public static Map<Long, Text> texts(DSLContext in, boolean internal, List<Long> ids) {
        return in.select(
                        LIBRARY_PAGE.ID,
                        LIBRARY_PAGE.NAME,
                        LIBRARY_PAGE.VISIBILITY,
                        LIBRARY_VERSION.NUMBER,
                        LIBRARY_VERSION.TITLE,
                        LIBRARY_VERSION.ISSUER,
                        LIBRARY_VERSION.ISSUER_INFERRED,
                        LIBRARY_VERSION.PUBLISHED_ON,
                        LIBRARY_VERSION.DOCUMENT_NUMBER,
                        LIBRARY_VERSION.TEXT)
                .from(LIBRARY_PAGE)
                .join(LIBRARY_VERSION)
                .on(LIBRARY_VERSION.ID.eq(LIBRARY_PAGE.LATEST_VERSION_ID))
                .where(LIBRARY_PAGE.ID.in(ids), seen(internal))
                .fetchMap(
                        LIBRARY_PAGE.ID,
                        row -> new Text(
                                row.get(LIBRARY_PAGE.ID),
                                row.get(LIBRARY_VERSION.NUMBER),
                                Objects.requireNonNullElse(row.get(LIBRARY_VERSION.TITLE), row.get(LIBRARY_PAGE.NAME)),
                                row.get(LIBRARY_VERSION.ISSUER),
                                row.get(LIBRARY_VERSION.ISSUER_INFERRED),
                                row.get(LIBRARY_VERSION.PUBLISHED_ON),
                                Visibility.valueOf(row.get(LIBRARY_PAGE.VISIBILITY)),
                                row.get(LIBRARY_VERSION.DOCUMENT_NUMBER),
                                row.get(LIBRARY_VERSION.TEXT)));
    }

    private static SelectJoinStep<? extends Record> summaries(DSLContext in) {
        return in.select(
                        LIBRARY_PAGE.ID,
                        LIBRARY_PAGE.NAME,
                        LIBRARY_PAGE.VISIBILITY,
                        LIBRARY_PAGE.SAME_AS,
                        LIBRARY_PAGE.UPDATED_AT,
                        LIBRARY_VERSION.TITLE,
                        LIBRARY_VERSION.ISSUER,
                        LIBRARY_VERSION.PUBLISHED_ON,
                        LIBRARY_VERSION.KIND,
                        LIBRARY_VERSION.SITE,
                        LIBRARY_VERSION.NUMBER,
                        LIBRARY_VERSION.WARNING_CODES,
                        STATEMENTS)
                .from(LIBRARY_PAGE)
                .join(LIBRARY_VERSION)
                .on(LIBRARY_VERSION.ID.eq(LIBRARY_PAGE.LATEST_VERSION_ID));
    }

    private static PageSummary summary(Record row) {
        return new PageSummary(
                row.get(LIBRARY_PAGE.ID),
                Objects.requireNonNullElse(row.get(LIBRARY_VERSION.TITLE), row.get(LIBRARY_PAGE.NAME)),
                row.get(LIBRARY_VERSION.ISSUER),
                row.get(LIBRARY_VERSION.PUBLISHED_ON),
                ArticleKind.valueOf(row.get(LIBRARY_VERSION.KIND)),
                row.get(LIBRARY_VERSION.SITE),
                Visibility.valueOf(row.get(LIBRARY_PAGE.VISIBILITY)),
                row.get(LIBRARY_PAGE.SAME_AS),
                row.get(LIBRARY_VERSION.NUMBER),
                row.get(STATEMENTS),
                codes(row.get(LIBRARY_VERSION.WARNING_CODES)),
                row.get(LIBRARY_PAGE.UPDATED_AT));
    }

    /** How many a filter lets through. */
    public static int count(DSLContext in, boolean internal, PageFilter filter) {
        return in.selectCount()
                .from(LIBRARY_PAGE)
                .join(LIBRARY_VERSION)
                .on(LIBRARY_VERSION.ID.eq(LIBRARY_PAGE.LATEST_VERSION_ID))
                .where(condition(internal, filter))
                .fetchSingle()
                .value1();
    }

    /** The issuers with most pages, for suggestions. */
    public static List<String> issuers(DSLContext in, boolean internal, int limit) {
        return most(in, internal, LIBRARY_VERSION.ISSUER, limit);
    }

    /** The sites with most pages, for suggestions. */
    public static List<String> sites(DSLContext in, boolean internal, int limit) {
        return most(in, internal, LIBRARY_VERSION.SITE, limit);
    }

    private static List<String> most(DSLContext in, boolean internal, Field<String> what, int limit) {
        return in.select(what)
                .from(LIBRARY_PAGE)
                .join(LIBRARY_VERSION)
                .on(LIBRARY_VERSION.ID.eq(LIBRARY_PAGE.LATEST_VERSION_ID))
                .where(what.isNotNull(), seen(internal))
                .groupBy(what)
                .orderBy(DSL.count().desc(), what)
                .limit(limit)
                .fetch(what);
    }

    /** Years in which pages were published, newest first. */
    public static List<String> years(DSLContext in, boolean internal) {
        // in line, for PostgreSQL takes two parameters of one value for two things
        Field<String> year = substring(LIBRARY_VERSION.PUBLISHED_ON.cast(SQLDataType.VARCHAR), inline(1), inline(4));
        return in.selectDistinct(year)
                .from(LIBRARY_PAGE)
                .join(LIBRARY_VERSION)
                .on(LIBRARY_VERSION.ID.eq(LIBRARY_PAGE.LATEST_VERSION_ID))
                .where(LIBRARY_VERSION.PUBLISHED_ON.isNotNull(), seen(internal))
                .orderBy(year.desc())
                .fetch(year);
    }

    /**
     * Opens or closes pages.
     *
     * @return the numbers of those that were otherwise before
     */
    public static List<Long> visibility(DSLContext in, List<Long> pages, Visibility visibility) {
        List<Long> changed = in.select(LIBRARY_PAGE.ID)
                .from(LIBRARY_PAGE)
                .where(LIBRARY_PAGE.ID.in(pages), LIBRARY_PAGE.VISIBILITY.ne(visibility.name()))
                .orderBy(LIBRARY_PAGE.ID)
                .fetch(LIBRARY_PAGE.ID);
        in.update(LIBRARY_PAGE)
                .set(LIBRARY_PAGE.VISIBILITY, visibility.name())
                .set(LIBRARY_PAGE.OPENED_CHANGE, 0L)
                .set(LIBRARY_PAGE.ROW_VERSION, LIBRARY_PAGE.ROW_VERSION.plus(1))
                .where(LIBRARY_PAGE.ID.in(changed))
                .execute();
        return changed;
    }

    private static Condition seen(boolean internal) {
        return internal ? noCondition() : LIBRARY_PAGE.VISIBILITY.eq(Visibility.PUBLIC.name());
    }

    private static Condition condition(boolean internal, PageFilter filter) {
        Condition all = seen(internal);
        if (!filter.text().isEmpty()) {
            all = all.and(LIBRARY_VERSION
                    .TITLE
                    .containsIgnoreCase(filter.text())
                    .or(LIBRARY_PAGE.NAME.containsIgnoreCase(filter.text()))
                    .or(LIBRARY_PAGE.ADDRESS.containsIgnoreCase(filter.text()))
                    .or(LIBRARY_VERSION.DOCUMENT_NUMBER.containsIgnoreCase(filter.text())));
        }
        if (!filter.issuer().isEmpty()) {
            all = all.and(LIBRARY_VERSION.ISSUER.containsIgnoreCase(filter.issuer()));
        }
        if (!filter.site().isEmpty()) {
            all = all.and(LIBRARY_VERSION.SITE.containsIgnoreCase(filter.site()));
        }
        if (!filter.year().isEmpty()) {
            Field<String> day = LIBRARY_VERSION.PUBLISHED_ON.coerce(SQLDataType.VARCHAR);
            all = all.and(day.ge(filter.year())).and(day.lt(String.valueOf(Integer.parseInt(filter.year()) + 1)));
        }
        if (filter.kind() != null) {
            all = all.and(LIBRARY_VERSION.KIND.eq(filter.kind().name()));
        }
        if (filter.warning() != null) {
            all = all.and(
                    LIBRARY_VERSION.WARNING_CODES.contains(filter.warning().name()));
        }
        if (filter.visibility() != null) {
            all = all.and(LIBRARY_PAGE.VISIBILITY.eq(filter.visibility().name()));
        }
        return filter.sameAs().isEmpty() ? all : all.and(LIBRARY_PAGE.SAME_AS.eq(filter.sameAs()));
    }

    private static List<OrderField<?>> order(PageFilter.Order order) {
        return switch (order) {
            case UPDATED -> List.of(LIBRARY_PAGE.UPDATED_AT.desc(), LIBRARY_PAGE.ID.desc());
            case PUBLISHED -> List.of(LIBRARY_VERSION.PUBLISHED_ON.desc().nullsLast(), LIBRARY_PAGE.ID.desc());
            case TITLE -> List.of(LIBRARY_VERSION.TITLE.asc().nullsLast(), LIBRARY_PAGE.ID);
        };
    }

    private static List<String> codes(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(" ", -1));
    }
}
