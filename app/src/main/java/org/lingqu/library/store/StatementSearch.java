package org.lingqu.library.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.lingqu.library.store.db.Tables.LIBRARY_PAGE;
import static org.lingqu.library.store.db.Tables.LIBRARY_STATEMENT;
import static org.lingqu.library.store.db.Tables.LIBRARY_VERSION;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.lingqu.library.Conflict;
import org.lingqu.library.Facets;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.Origin;
import org.lingqu.library.Peer;
import org.lingqu.library.PeerCount;
import org.lingqu.library.RegionChoice;
import org.lingqu.library.ReviewChoice;
import org.lingqu.library.ReviewState;
import org.lingqu.library.StatementCounts;
import org.lingqu.library.StatementFilter;
import org.lingqu.library.StatementOrder;
import org.lingqu.library.Visibility;
import org.lingqu.library.store.db.tables.LibraryPage;
import org.lingqu.library.store.db.tables.LibraryStatement;

/**
 * Questions about statements across pages. Statements come first in every join and whether a page is public is asked by a
 * subquery, so that SQLite goes along the index that gives the order and stops when a page of answers is full.
 */
public final class StatementSearch {

    private static final LibraryStatement S = LIBRARY_STATEMENT;
    private static final int MOST_PEERS = 200;
    private static final int FETCH = 500;

    private StatementSearch() {}

    /** Statements a filter lets through, in its order. */
    public static List<FoundStatement> find(
            DSLContext in, StatementFilter filter, boolean staff, int offset, int limit) {
        // first which, then what they say: otherwise thousands of rows would be read in full to be sorted and left out
        List<Long> ids = in.select(S.ID)
                .from(S)
                .where(condition(filter, staff))
                .orderBy(order(filter.order()))
                .limit(limit)
                .offset(offset)
                .fetch(S.ID);
        Map<Long, FoundStatement> found = byIds(in, staff, ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static int count(DSLContext in, StatementFilter filter, boolean staff, int most) {
        return in.fetchCount(selectOne().from(S).where(condition(filter, staff)).limit(most));
    }

    /** All of them, one after the other. */
    public static void each(DSLContext in, StatementFilter filter, boolean staff, Consumer<FoundStatement> use) {
        try (Cursor<Record> rows = found(in)
                .where(condition(filter, staff))
                .orderBy(order(filter.order()))
                .fetchSize(FETCH)
                .fetchLazy()) {
            for (Record row : rows) {
                use.accept(found(row));
            }
        }
    }

    /** One of them. */
    public static Optional<FoundStatement> byId(DSLContext in, boolean staff, long id) {
        return found(in).where(S.ID.eq(id)).and(visible(S, staff)).fetchOptional(StatementSearch::found);
    }

    /** Whether some statement has an indicator of just this name. */
    public static boolean hasIndicator(DSLContext in, String name) {
        return in.fetchExists(selectOne().from(S).where(S.INDICATOR.eq(name)));
    }

    /** Names of indicators, the most frequent first. */
    public static List<String> indicators(DSLContext in, boolean staff, int most) {
        return in.select(S.INDICATOR)
                .from(S)
                .where(visible(S, staff))
                .groupBy(S.INDICATOR)
                .orderBy(DSL.count().desc(), S.INDICATOR)
                .limit(most)
                .fetch(S.INDICATOR);
    }

    /** How many there are, and of every choice how many under the other choices, counted up to a limit. */
    public static StatementCounts counts(DSLContext in, StatementFilter filter, boolean staff, int most) {
        if (!filter.words().isEmpty()) { // every quote would be read
            return new StatementCounts(count(in, filter, staff, most + 1), Optional.empty());
        }
        var base = select(S.KIND, S.STATUS, S.VERDICT, S.REVIEW)
                .from(S)
                .where(condition(anyChoice(filter), staff))
                .limit(most + 1)
                .asTable("counted");
        var rows = in.select(
                        base.field(S.KIND),
                        base.field(S.STATUS),
                        base.field(S.VERDICT),
                        base.field(S.REVIEW),
                        DSL.count())
                .from(base)
                .groupBy(base.field(S.KIND), base.field(S.STATUS), base.field(S.VERDICT), base.field(S.REVIEW))
                .fetch();
        if (rows.stream().mapToInt(row -> row.value5()).sum() > most) {
            return new StatementCounts(count(in, filter, staff, most + 1), Optional.empty());
        }
        var counts = new HashMap<String, Map<String, Integer>>();
        int all = 0;
        for (var row : rows) {
            boolean kind = filter.kind() == null || filter.kind().name().equals(row.value1());
            boolean status = filter.status() == null || filter.status().name().equals(row.value2());
            boolean verdict =
                    filter.verdict() == null || filter.verdict().name().equals(row.value3());
            boolean review = reviewFits(filter.review(), row.value4());
            all += kind && status && verdict && review ? row.value5() : 0;
            add(counts, "kind", row.value1(), row.value5(), status && verdict && review);
            add(counts, "status", row.value2(), row.value5(), kind && verdict && review);
            add(counts, "verdict", row.value3(), row.value5(), kind && status && review);
            add(counts, "review", row.value4(), row.value5(), kind && status && verdict);
        }
        return new StatementCounts(all, Optional.of(new Facets(counts)));
    }

    private static StatementFilter anyChoice(StatementFilter filter) {
        return new StatementFilter(
                filter.region(),
                filter.indicators(),
                filter.from(),
                filter.to(),
                null,
                null,
                null,
                ReviewChoice.ANY,
                filter.words(),
                filter.order());
    }

    private static void add(
            Map<String, Map<String, Integer>> counts, String field, String choice, int more, boolean fits) {
        if (fits) {
            counts.computeIfAbsent(field, name -> new HashMap<>()).merge(choice, more, Integer::sum);
        }
    }

    private static boolean reviewFits(ReviewChoice choice, String state) {
        return switch (choice) {
            case USABLE -> !state.equals(ReviewState.REJECTED.name());
            case NONE, CONFIRMED, CORRECTED, REJECTED -> state.equals(choice.name());
            case ANY, LOST -> true;
        };
    }

    /** How many other pages say the same or something else of what the statements of a page are about; only of those with any. */
    public static List<PeerCount> peerCounts(DSLContext in, boolean staff, long page) {
        LibraryStatement mine = LIBRARY_STATEMENT.as("mine");
        LibraryStatement other = LIBRARY_STATEMENT.as("other");
        Condition same = other.UNIT.eq(mine.UNIT).and(other.VALUE_NUMBER.eq(mine.VALUE_NUMBER));
        Field<Integer> agree = counted(other, isPeer(mine, other, staff).and(same));
        Field<Integer> differ = counted(other, isPeer(mine, other, staff).and(not(coalesce(same, inline(false)))));
        return in
                .select(mine.ID, agree, differ)
                .from(mine)
                .where(mine.PAGE_ID.eq(page))
                .and(mine.VALUE_NUMBER.isNotNull())
                .fetch(row -> new PeerCount(row.value1(), row.value2(), row.value3()))
                .stream()
                .filter(count -> count.agree() + count.differ() > 0)
                .toList();
    }

    private static Field<Integer> counted(LibraryStatement other, Condition which) {
        return field(
                select(DSL.count()).from(selectOne().from(other).where(which).limit(PeerCount.MOST)));
    }

    private static Condition isPeer(LibraryStatement mine, LibraryStatement other, boolean staff) {
        return other.INDICATOR
                .eq(mine.INDICATOR)
                .and(other.REGION_CODE.eq(mine.REGION_CODE))
                .and(other.PERIOD.eq(mine.PERIOD))
                .and(other.STATUS.eq(mine.STATUS))
                .and(other.VALUE_NUMBER.isNotNull())
                .and(other.PAGE_ID.ne(mine.PAGE_ID))
                .and(other.REVIEW.ne(ReviewState.REJECTED.name()))
                .and(visible(other, staff));
    }

    /** What other pages say of the same indicator, region and period as a statement. */
    public static List<Peer> peersOfStatement(DSLContext in, boolean staff, long statement) {
        LibraryStatement mine = LIBRARY_STATEMENT.as("mine");
        LibraryStatement other = LIBRARY_STATEMENT.as("other");
        var pairs = in.select(mine.ID, mine.VALUE_NUMBER, mine.UNIT, other.ID, other.VALUE_NUMBER, other.UNIT)
                .from(mine)
                .crossJoin(other)
                .where(mine.ID.eq(statement))
                .and(mine.VALUE_NUMBER.isNotNull())
                .and(isPeer(mine, other, staff))
                .limit(MOST_PEERS)
                .fetch();
        Map<Long, FoundStatement> found = byIds(in, staff, pairs.getValues(other.ID));
        var peers = new ArrayList<Peer>();
        for (var pair : pairs) {
            FoundStatement peer = found.get(pair.get(other.ID));
            if (peer != null) {
                boolean agrees = Objects.equals(pair.get(mine.VALUE_NUMBER), pair.get(other.VALUE_NUMBER))
                        && Objects.equals(pair.get(mine.UNIT), pair.get(other.UNIT));
                peers.add(new Peer(pair.get(mine.ID), peer, agrees));
            }
        }
        return peers;
    }

    /** Statements by number, those that are there and may be seen. */
    public static Map<Long, FoundStatement> byIds(DSLContext in, boolean staff, List<Long> ids) {
        var all = new HashMap<Long, FoundStatement>();
        if (!ids.isEmpty()) {
            for (FoundStatement each :
                    found(in).where(S.ID.in(ids)).and(visible(S, staff)).fetch(StatementSearch::found)) {
                all.put(each.statement().id(), each);
            }
        }
        return all;
    }

    /** Groups of statements of two pages or more whose values differ, in the order of the index. */
    public static List<Conflict> conflicts(
            DSLContext in, StatementFilter filter, boolean staff, int offset, int limit) {
        var keys = in.select(S.INDICATOR, S.REGION_CODE, S.PERIOD, S.UNIT, S.STATUS)
                .from(S)
                .where(condition(filter, staff))
                .and(S.REGION_CODE.isNotNull())
                .and(S.PERIOD.isNotNull())
                .and(S.UNIT.isNotNull())
                .groupBy(S.INDICATOR, S.REGION_CODE, S.PERIOD, S.UNIT, S.STATUS)
                .having(min(S.VALUE_NUMBER).ne(max(S.VALUE_NUMBER)))
                .and(min(S.PAGE_ID).ne(max(S.PAGE_ID)))
                // pages that all give the same values are one source told several times
                .and(countDistinct(S.PAGE_ID)
                        .mul(countDistinct(S.VALUE_NUMBER))
                        .ne(countDistinct(S.PAGE_ID.concat(inline("/")).concat(S.VALUE_NUMBER))))
                .orderBy(S.INDICATOR, S.REGION_CODE, S.PERIOD, S.UNIT, S.STATUS)
                .limit(limit)
                .offset(offset)
                .fetch();
        var conflicts = new ArrayList<Conflict>();
        for (var key : keys) {
            List<FoundStatement> statements = found(in)
                    .where(condition(filter, staff))
                    .and(S.INDICATOR.eq(key.value1()))
                    .and(S.REGION_CODE.eq(key.value2()))
                    .and(S.PERIOD.eq(key.value3()))
                    .and(S.UNIT.eq(key.value4()))
                    .and(S.STATUS.eq(key.value5()))
                    .and(S.VALUE_NUMBER.isNotNull())
                    .orderBy(S.VALUE_NUMBER, S.ID)
                    .limit(MOST_PEERS)
                    .fetch(StatementSearch::found);
            conflicts.add(new Conflict(key.value1(), statements));
        }
        return conflicts;
    }

    /** Pages, the latest first. */
    public static List<Origin> pages(DSLContext in, boolean staff, int offset, int limit) {
        return in.select(originFields())
                .from(LIBRARY_PAGE)
                .join(LIBRARY_VERSION)
                .on(LIBRARY_VERSION.ID.eq(LIBRARY_PAGE.LATEST_VERSION_ID))
                .where(staff ? noCondition() : LIBRARY_PAGE.VISIBILITY.eq(Visibility.PUBLIC.name()))
                .orderBy(LIBRARY_PAGE.ID.desc())
                .limit(limit)
                .offset(offset)
                .fetch(StatementSearch::origin);
    }

    /** The other pages of a group of pages that say nearly the same. */
    public static List<Origin> group(DSLContext in, boolean staff, String group, long but) {
        return in.select(originFields())
                .from(LIBRARY_PAGE)
                .join(LIBRARY_VERSION)
                .on(LIBRARY_VERSION.ID.eq(LIBRARY_PAGE.LATEST_VERSION_ID))
                .where(LIBRARY_PAGE.SAME_AS.eq(group))
                .and(LIBRARY_PAGE.ID.ne(but))
                .and(staff ? noCondition() : LIBRARY_PAGE.VISIBILITY.eq(Visibility.PUBLIC.name()))
                .orderBy(LIBRARY_VERSION.PUBLISHED_ON.asc().nullsLast(), LIBRARY_PAGE.ID)
                .limit(MOST_PEERS)
                .fetch(StatementSearch::origin);
    }

    private static SelectJoinStep<Record> found(DSLContext in) {
        List<SelectField<?>> fields = new ArrayList<>(Arrays.asList(S.fields()));
        fields.addAll(originFields());
        return in.select(fields)
                .from(S)
                .leftJoin(LIBRARY_PAGE)
                .on(LIBRARY_PAGE.ID.eq(S.PAGE_ID))
                .leftJoin(LIBRARY_VERSION)
                .on(LIBRARY_VERSION.ID.eq(S.VERSION_ID));
    }

    static List<SelectField<?>> originFields() {
        return List.of(
                LIBRARY_PAGE.ID,
                LIBRARY_PAGE.NAME,
                LIBRARY_PAGE.ADDRESS,
                LIBRARY_PAGE.VISIBILITY,
                LIBRARY_VERSION.TITLE,
                LIBRARY_VERSION.ISSUER,
                LIBRARY_VERSION.PUBLISHED_ON,
                LIBRARY_VERSION.DOCUMENT_NUMBER);
    }

    private static FoundStatement found(Record row) {
        return new FoundStatement(StatementRows.statement(row), origin(row));
    }

    static Origin origin(Record row) {
        return new Origin(
                row.get(LIBRARY_PAGE.ID),
                Objects.requireNonNullElse(row.get(LIBRARY_VERSION.TITLE), row.get(LIBRARY_PAGE.NAME)),
                row.get(LIBRARY_VERSION.ISSUER),
                row.get(LIBRARY_VERSION.PUBLISHED_ON),
                row.get(LIBRARY_VERSION.DOCUMENT_NUMBER),
                row.get(LIBRARY_PAGE.ADDRESS),
                Visibility.valueOf(row.get(LIBRARY_PAGE.VISIBILITY)));
    }

    private static Condition visible(LibraryStatement statement, boolean staff) {
        LibraryPage page = LIBRARY_PAGE.as("its_page");
        return staff
                ? noCondition()
                : field(select(page.VISIBILITY).from(page).where(page.ID.eq(statement.PAGE_ID)))
                        .eq(Visibility.PUBLIC.name());
    }

    private static Condition condition(StatementFilter filter, boolean staff) {
        Condition all = visible(S, staff).and(region(filter)).and(review(filter.review()));
        if (filter.indicators() != null) {
            all = all.and(S.INDICATOR.in(filter.indicators()));
        }
        if (filter.from() != null) {
            all = all.and(S.PERIOD_FROM.ge(wholeYear(filter.from())));
        }
        if (filter.to() != null) {
            all = all.and(S.PERIOD_TO.le(
                    filter.to() + "-99-99".substring(Math.max(0, filter.to().length() - 4))));
        }
        if (filter.kind() != null) {
            all = all.and(S.KIND.eq(filter.kind().name()));
        }
        if (filter.verdict() != null) {
            all = all.and(S.VERDICT.eq(filter.verdict().name()));
        }
        if (filter.status() != null) {
            all = all.and(S.STATUS.eq(filter.status().name()));
        }
        for (String word : filter.words()) {
            all = all.and(S.QUOTE.containsIgnoreCase(word).or(S.INDICATOR.containsIgnoreCase(word)));
        }
        return all;
    }

    /** From January 2020 on is from 2020 on: a statement about the whole year counts. */
    private static String wholeYear(String from) {
        String shorter = from.endsWith("-01") ? from.substring(0, from.length() - 3) : from;
        return shorter.length() == 7 && shorter.endsWith("-01") ? shorter.substring(0, 4) : shorter;
    }

    private static Condition region(StatementFilter filter) {
        return switch (filter.region()) {
            case null -> noCondition();
            case RegionChoice.Within within ->
                within.first().equals(within.last())
                        ? S.REGION_CODE.eq(within.first())
                        : S.REGION_CODE.between(within.first(), within.last());
            case RegionChoice.Named named -> S.REGION.eq(named.name()).or(S.REGION.endsWith("/" + named.name()));
        };
    }

    private static Condition review(ReviewChoice choice) {
        return switch (choice) {
            case USABLE -> S.REVIEW.ne(ReviewState.REJECTED.name());
            case NONE, CONFIRMED, CORRECTED, REJECTED -> S.REVIEW.eq(choice.name());
            case ANY, LOST -> noCondition();
        };
    }

    private static List<SortField<?>> order(StatementOrder order) {
        return switch (order) {
            case NEWEST -> List.of(S.ID.desc());
            case INDICATOR ->
                List.of(
                        S.INDICATOR.asc(),
                        S.REGION_CODE.asc().nullsFirst(),
                        S.PERIOD.asc().nullsFirst(),
                        S.ID.asc());
            case LARGEST -> List.of(S.VALUE_NUMBER.desc().nullsLast(), S.ID.desc());
            case SMALLEST -> List.of(S.VALUE_NUMBER.asc().nullsLast(), S.ID.asc());
            case PERIOD -> List.of(S.PERIOD_FROM.desc().nullsLast(), S.ID.desc());
            case PAGE -> List.of(S.PAGE_ID.asc(), S.ORDINAL.asc());
        };
    }
}
