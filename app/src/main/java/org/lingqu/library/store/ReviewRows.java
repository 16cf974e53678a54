package org.lingqu.library.store;

import static org.jooq.impl.DSL.noCondition;
import static org.lingqu.library.store.db.Tables.LIBRARY_PAGE;
import static org.lingqu.library.store.db.Tables.LIBRARY_REVIEW;
import static org.lingqu.library.store.db.Tables.LIBRARY_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Json;
import org.lingqu.engine.text.Statement;
import org.lingqu.library.LostReview;
import org.lingqu.library.Review;
import org.lingqu.library.ReviewVerdict;
import org.lingqu.library.Visibility;
import org.lingqu.library.store.db.tables.records.LibraryReviewRecord;

/** Reviews as rows. None is ever changed but for what replaced it, which statement it now stands on and when it was lost. */
public final class ReviewRows {

    private ReviewRows() {}

    /** Adds a review; its number is chosen here, and those before it on the same statement are replaced by it. */
    public static Review insert(DSLContext in, Review review) {
        LibraryReviewRecord row = in.newRecord(LIBRARY_REVIEW);
        row.setPageId(review.page());
        row.setStatementId(review.statement());
        row.setQuote(review.quote());
        row.setWords(review.words());
        row.setOccurrence(review.occurrence());
        row.setPlaces(review.places());
        row.setWordsBefore(review.before());
        row.setMachine(Json.write(review.machine()));
        row.setVerdict(review.verdict().name());
        row.setFields(review.reading() == null ? null : Json.write(review.reading()));
        row.setNote(review.note());
        row.setPersonId(review.person());
        row.setPerson(review.personName());
        row.setReviewedAt(review.at());
        row.store();
        long id = Objects.requireNonNull(row.getId());
        in.update(LIBRARY_REVIEW)
                .set(LIBRARY_REVIEW.REPLACED_BY, id)
                .where(LIBRARY_REVIEW.STATEMENT_ID.eq(review.statement()))
                .and(LIBRARY_REVIEW.REPLACED_BY.isNull())
                .and(LIBRARY_REVIEW.ID.ne(id))
                .execute();
        return review(row);
    }

    /** Reviews of a statement, the newest first. */
    public static List<Review> ofStatement(DSLContext in, long statement) {
        return in.selectFrom(LIBRARY_REVIEW)
                .where(LIBRARY_REVIEW.STATEMENT_ID.eq(statement))
                .orderBy(LIBRARY_REVIEW.ID.desc())
                .fetch(ReviewRows::review);
    }

    /** The last review of each statement of a page that has any, withdrawn ones left out. */
    public static List<Review> current(DSLContext in, long page) {
        return in.selectFrom(LIBRARY_REVIEW)
                .where(LIBRARY_REVIEW.PAGE_ID.eq(page))
                .and(LIBRARY_REVIEW.REPLACED_BY.isNull())
                .and(LIBRARY_REVIEW.VERDICT.ne(ReviewVerdict.WITHDRAWN.name()))
                .orderBy(LIBRARY_REVIEW.ID)
                .fetch(ReviewRows::review);
    }

    /** Ties all reviews of a statement to another one that now stands on the same words. */
    public static void move(DSLContext in, long page, long from, long to) {
        if (from != to) {
            in.update(LIBRARY_REVIEW)
                    .set(LIBRARY_REVIEW.STATEMENT_ID, to)
                    .where(LIBRARY_REVIEW.PAGE_ID.eq(page))
                    .and(LIBRARY_REVIEW.STATEMENT_ID.eq(from))
                    .execute();
        }
    }

    /** Notes that the words of a review are gone, or null that they are back. */
    public static void lost(DSLContext in, long id, @Nullable Instant when) {
        in.update(LIBRARY_REVIEW)
                .set(LIBRARY_REVIEW.LOST_AT, when)
                .where(LIBRARY_REVIEW.ID.eq(id))
                .execute();
    }

    /** Reviews whose words are gone, the latest loss first. */
    public static List<LostReview> lost(DSLContext in, boolean staff, @Nullable Long page, int offset, int limit) {
        return lost(in, staff)
                .and(page == null ? noCondition() : LIBRARY_REVIEW.PAGE_ID.eq(page))
                .orderBy(LIBRARY_REVIEW.LOST_AT.desc(), LIBRARY_REVIEW.ID.desc())
                .limit(limit)
                .offset(offset)
                .fetch(row -> new LostReview(review(row), StatementSearch.origin(row)));
    }

    /** The one that was said of a statement. */
    public static Optional<LostReview> lostWith(DSLContext in, boolean staff, long statement) {
        return lost(in, staff)
                .and(LIBRARY_REVIEW.STATEMENT_ID.eq(statement))
                .orderBy(LIBRARY_REVIEW.ID.desc())
                .limit(1)
                .fetchOptional(row -> new LostReview(review(row), StatementSearch.origin(row)));
    }

    private static SelectConditionStep<Record> lost(DSLContext in, boolean staff) {
        return in.select(LIBRARY_REVIEW.fields())
                .select(StatementSearch.originFields())
                .from(LIBRARY_REVIEW)
                .join(LIBRARY_PAGE)
                .on(LIBRARY_PAGE.ID.eq(LIBRARY_REVIEW.PAGE_ID))
                .join(LIBRARY_VERSION)
                .on(LIBRARY_VERSION.ID.eq(LIBRARY_PAGE.LATEST_VERSION_ID))
                .where(LIBRARY_REVIEW.LOST_AT.isNotNull())
                .and(LIBRARY_REVIEW.REPLACED_BY.isNull())
                .and(staff ? noCondition() : LIBRARY_PAGE.VISIBILITY.eq(Visibility.PUBLIC.name()));
    }

    private static Review review(Record record) {
        LibraryReviewRecord row = record.into(LIBRARY_REVIEW);
        return new Review(
                Objects.requireNonNull(row.getId()),
                row.getPageId(),
                row.getStatementId(),
                row.getQuote(),
                row.getWords(),
                row.getOccurrence(),
                row.getPlaces(),
                row.getWordsBefore(),
                Json.read(row.getMachine(), Statement.class),
                ReviewVerdict.valueOf(row.getVerdict()),
                Json.readOrNull(row.getFields(), Statement.class),
                row.getNote(),
                row.getPersonId(),
                row.getPerson(),
                row.getReviewedAt(),
                row.getReplacedBy(),
                row.getLostAt());
    }
}
