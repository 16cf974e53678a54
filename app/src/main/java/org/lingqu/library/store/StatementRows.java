package org.lingqu.library.store;

import static org.jooq.impl.DSL.max;
import static org.lingqu.library.store.db.Tables.LIBRARY_STATEMENT;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Json;
import org.lingqu.engine.text.Check;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Statement;
import org.lingqu.library.Place;
import org.lingqu.library.ReviewState;
import org.lingqu.library.StoredStatement;
import org.lingqu.library.Verdict;
import org.lingqu.library.store.db.tables.records.LibraryStatementRecord;

/** Statements as rows, and rows as statements. Every method works inside the transaction it is given. */
public final class StatementRows {

    private StatementRows() {}

    /** A row for a statement; {@code machine} is what the machine read where {@code reading} is a person's. */
    public static LibraryStatementRecord row(
            long page,
            long version,
            int ordinal,
            Place place,
            Statement reading,
            ReviewState review,
            @Nullable Statement machine) {
        var row = new LibraryStatementRecord();
        row.setPageId(page);
        row.setVersionId(version);
        row.setOrdinal(ordinal);
        row.setStartCp(place.start());
        row.setEndCp(place.end());
        row.setTextStart(place.textStart());
        row.setTextEnd(place.textEnd());
        row.setByMachine(true);
        fill(row, reading, review, machine);
        return row;
    }

    /** Writes what counts now into a row. */
    public static void fill(
            LibraryStatementRecord row, Statement reading, ReviewState review, @Nullable Statement machine) {
        row.setQuote(reading.quote());
        row.setKind(reading.kind().name());
        row.setRegion(reading.region());
        row.setRegionCode(reading.regionCode());
        row.setRegionFrom(nameOrNull(reading.regionFrom()));
        row.setIndicator(reading.indicator());
        row.setValue(plainOrNull(reading.value()));
        row.setValueNumber(reading.value() == null ? null : reading.value().doubleValue());
        row.setValueMax(plainOrNull(reading.valueMax()));
        row.setUnit(reading.unit());
        row.setRatio(reading.ratio());
        row.setApprox(nameOrNull(reading.approx()));
        row.setPeriod(reading.period());
        Period period = Period.of(reading.period());
        row.setPeriodFrom(period.from());
        row.setPeriodTo(period.to());
        row.setGrowthPct(plainOrNull(reading.growthPct()));
        row.setGrowthBasis(reading.growthBasis());
        Statement.Rank rank = reading.rank();
        row.setRankValue(rank == null ? null : rank.value());
        row.setRankScope(rank == null ? null : rank.scope());
        row.setRankBound(rank == null ? null : rank.bound());
        row.setSharePct(plainOrNull(reading.sharePct()));
        row.setShareOf(reading.shareOf());
        row.setFromValue(plainOrNull(reading.fromValue()));
        row.setDeltas(Json.writeList(reading.deltas()));
        row.setStatus(reading.status().name());
        row.setSaidBy(reading.saidBy());
        row.setChecks(Json.writeList(reading.checks()));
        row.setVerdict(Verdict.of(reading).name());
        row.setReview(review.name());
        row.setMachine(machine == null ? null : Json.write(machine));
    }

    /** Writes what counts now over a statement. */
    public static void update(
            DSLContext in, long id, Statement reading, ReviewState review, @Nullable Statement machine) {
        LibraryStatementRecord row = Objects.requireNonNull(
                in.fetchOne(LIBRARY_STATEMENT, LIBRARY_STATEMENT.ID.eq(id)), "statement is there");
        fill(row, reading, review, machine);
        row.store();
    }

    /**
     * Adds a statement that only a person reads, behind all others of its page.
     *
     * @param id its number, kept when no other statement bears it by now
     * @return the number it bears
     */
    public static long insertPersons(
            DSLContext in, long id, long page, long version, Place place, Statement reading, ReviewState review) {
        int last = in.select(max(LIBRARY_STATEMENT.ORDINAL))
                .from(LIBRARY_STATEMENT)
                .where(LIBRARY_STATEMENT.PAGE_ID.eq(page))
                .fetchOptional(0, Integer.class)
                .orElse(0);
        LibraryStatementRecord row = row(page, version, last + 1, place, reading, review, null);
        row.setByMachine(false);
        if (!in.fetchExists(LIBRARY_STATEMENT, LIBRARY_STATEMENT.ID.eq(id))) {
            row.setId(id);
        }
        in.attach(row);
        row.insert();
        return Objects.requireNonNull(row.getId());
    }

    /** Removes a statement. */
    public static void delete(DSLContext in, long id) {
        in.deleteFrom(LIBRARY_STATEMENT).where(LIBRARY_STATEMENT.ID.eq(id)).execute();
    }

    /** Adds rows. */
    public static void insert(DSLContext in, List<LibraryStatementRecord> rows) {
        in.batchInsert(rows).execute();
    }

    /** A row as a statement. */
    public static StoredStatement statement(Record record) {
        LibraryStatementRecord row = record.into(LIBRARY_STATEMENT);
        Statement reading = reading(row);
        return new StoredStatement(
                Objects.requireNonNull(row.getId()),
                row.getPageId(),
                row.getVersionId(),
                row.getOrdinal(),
                new Place(row.getStartCp(), row.getEndCp(), row.getTextStart(), row.getTextEnd()),
                reading,
                Verdict.valueOf(row.getVerdict()),
                ReviewState.valueOf(row.getReview()),
                Json.readOrNull(row.getMachine(), Statement.class),
                row.getByMachine());
    }

    private static Statement reading(LibraryStatementRecord row) {
        return new Statement(
                new Span(row.getStartCp(), row.getEndCp()),
                row.getQuote(),
                Statement.Kind.valueOf(row.getKind()),
                row.getRegion(),
                row.getRegionCode(),
                row.getRegionFrom() == null ? null : Statement.RegionFrom.valueOf(row.getRegionFrom()),
                row.getIndicator(),
                decimalOrNull(row.getValue()),
                decimalOrNull(row.getValueMax()),
                row.getUnit(),
                row.getRatio(),
                row.getApprox() == null ? null : Statement.Approximation.valueOf(row.getApprox()),
                row.getPeriod(),
                decimalOrNull(row.getGrowthPct()),
                row.getGrowthBasis(),
                row.getRankValue() == null
                        ? null
                        : new Statement.Rank(row.getRankValue(), row.getRankScope(), row.getRankBound()),
                decimalOrNull(row.getSharePct()),
                row.getShareOf(),
                decimalOrNull(row.getFromValue()),
                Json.readList(row.getDeltas(), Statement.Delta[].class),
                Statement.Status.valueOf(row.getStatus()),
                row.getSaidBy(),
                Json.readList(row.getChecks(), Check[].class));
    }

    private static @Nullable String nameOrNull(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable String plainOrNull(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable BigDecimal decimalOrNull(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }

    /** First and last day or year of a period, as text that sorts: {@code 2020}, {@code 2021-07}, {@code 2020-08-07}. */
    record Period(@Nullable String from, @Nullable String to) {

        static Period of(@Nullable String period) {
            if (period == null) {
                return new Period(null, null);
            }
            int slash = period.indexOf('/');
            return slash < 0
                    ? new Period(period, period)
                    : new Period(period.substring(0, slash), period.substring(slash + 1));
        }
    }
}
