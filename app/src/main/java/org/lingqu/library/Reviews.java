package org.lingqu.library;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.trace.TracedText;
import org.lingqu.library.store.PageRows;
import org.lingqu.library.store.ReviewRows;
import org.lingqu.library.store.StatementRows;
import org.lingqu.library.store.StatementSearch;
import org.lingqu.ui.NotFound;
import org.springframework.stereotype.Service;

/**
 * What officers say of statements. A review speaks of words on a page, not of a row: after another reading it is tied again to
 * the statement on the same words; where the machine no longer reads one there, hers stays; where the words are gone the review
 * is lost, and said to be so, but never moved to other words.
 */
@Service
public final class Reviews {

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Snapshots snapshots;
    private final Changes changes;
    private final PageReader reader = new PageReader();

    Reviews(Database database, AuditLog audit, Clock clock, Snapshots snapshots, Changes changes) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.snapshots = snapshots;
        this.changes = changes;
    }

    /** Reviews of a statement, the newest first. */
    public List<Review> of(StoredStatement statement) {
        return database.read(in -> ReviewRows.ofStatement(in, statement.id()));
    }

    /** The last review of each statement of a page. */
    public List<Review> ofPage(Page page) {
        return database.read(in -> ReviewRows.current(in, page.id()));
    }

    /** The review of a statement that is there no more because its words are gone. */
    public Optional<LostReview> lostWith(Actor actor, long statement) {
        return database.read(in -> ReviewRows.lostWith(in, actor.role().isStaff(), statement));
    }

    /** Reviews whose words are no longer on their page; of one page when it is given. */
    public List<LostReview> lost(Actor actor, @Nullable Page page, int offset, int limit) {
        return database.read(
                in -> ReviewRows.lost(in, actor.role().isStaff(), page == null ? null : page.id(), offset, limit));
    }

    /**
     * She finds that a statement says what the page says.
     *
     * @param seen number of the last review she saw, 0 when there was none
     */
    public ReviewOutcome confirm(Actor by, long statement, long seen) {
        return review(by, statement, seen, before -> {
            boolean corrected = before.review() == ReviewState.CORRECTED; // a colleague agrees with the correction
            return new Decision(
                    corrected ? ReviewVerdict.CORRECTED : ReviewVerdict.CONFIRMED, before.reading(), null, List.of());
        });
    }

    /** She finds that a statement is none, or none to use. */
    public ReviewOutcome reject(Actor by, long statement, long seen, @Nullable String note) {
        String kept = note == null || note.isBlank() ? null : note.strip();
        return review(
                by,
                statement,
                seen,
                before -> new Decision(
                        ReviewVerdict.REJECTED,
                        null,
                        kept,
                        kept != null && kept.length() > 1000
                                ? List.of(new ReviewProblem(ReviewProblem.Code.TOO_LONG, "note", "", ""))
                                : List.of()));
    }

    /** She reads a statement otherwise. */
    public ReviewOutcome correct(Actor by, long statement, long seen, Correction typed) {
        return review(by, statement, seen, before -> {
            var correction = new CorrectionReader(before.reading(), typed);
            Statement reading = correction.read();
            String note = typed.note().isBlank() ? null : typed.note().strip();
            return new Decision(ReviewVerdict.CORRECTED, reading, note, correction.problems());
        });
    }

    /** What was decided last no longer stands; the machine's reading counts again. */
    public ReviewOutcome withdraw(Actor by, long statement, long seen) {
        return review(by, statement, seen, before -> new Decision(ReviewVerdict.WITHDRAWN, null, null, List.of()));
    }

    private record Decision(
            ReviewVerdict verdict,
            @Nullable Statement reading,
            @Nullable String note,
            List<ReviewProblem> problems) {}

    private ReviewOutcome review(Actor by, long id, long seen, Function<StoredStatement, Decision> decide) {
        return database.write(in -> {
            StoredStatement before = StatementSearch.byId(in, by.role().isStaff(), id)
                    .orElseThrow(NotFound::new)
                    .statement();
            List<Review> reviews = ReviewRows.ofStatement(in, id);
            if ((reviews.isEmpty() ? 0 : reviews.getFirst().id()) != seen) {
                return new ReviewOutcome.Overtaken(reviews);
            }
            Decision decision = decide.apply(before);
            if (!decision.problems.isEmpty()) {
                return new ReviewOutcome.Refused(decision.problems);
            }
            Review review = ReviewRows.insert(in, asReview(in, by, before, decision, reviews));
            count(in, review, before);
            audit.record(
                    by,
                    "library." + action(review.verdict()),
                    "statement",
                    Long.toString(id),
                    before.review() + " " + brief(before.reading()),
                    review.verdict() + " " + (review.reading() == null ? "" : brief(review.reading())));
            changes.of(in, List.of(before.page()));
            return new ReviewOutcome.Done(review);
        });
    }

    private Review asReview(DSLContext in, Actor by, StoredStatement before, Decision decision, List<Review> reviews) {
        String text = PageRows.version(in, before.version()).orElseThrow().text();
        Anchor anchor = reviews.isEmpty()
                ? Anchor.of(before, PageRows.statements(in, before.page()), text)
                : anchor(reviews.getFirst());
        Statement machine = before.machineReading();
        return new Review(
                0,
                before.page(),
                before.id(),
                before.reading().quote(),
                anchor.words(),
                anchor.occurrence(),
                anchor.places(),
                anchor.before(),
                machine == null ? reviews.getFirst().machine() : machine,
                decision.verdict,
                decision.reading,
                decision.note,
                by.requirePerson(),
                by.name(),
                clock.instant(),
                null,
                null);
    }

    private static Anchor anchor(Review review) {
        return new Anchor(review.words(), review.occurrence(), review.places(), review.before());
    }

    private static String action(ReviewVerdict verdict) {
        return switch (verdict) {
            case CONFIRMED -> "confirm";
            case CORRECTED -> "correct";
            case REJECTED -> "reject";
            case WITHDRAWN -> "withdraw";
        };
    }

    private static String brief(Statement reading) {
        return reading.indicator() + " · " + reading.region() + " · " + reading.period() + " · "
                + (reading.value() == null ? "" : reading.value().toPlainString()) + reading.unit();
    }

    /** Lets a review count over the statement it was said of. */
    private static void count(DSLContext in, Review review, StoredStatement now) {
        Statement machine = now.machineReading();
        Statement hers = review.reading();
        switch (review.verdict()) {
            case WITHDRAWN -> {
                if (machine == null) {
                    StatementRows.delete(in, now.id());
                } else {
                    StatementRows.update(in, now.id(), machine, ReviewState.NONE, null);
                }
            }
            case REJECTED ->
                StatementRows.update(
                        in, now.id(), machine == null ? now.reading() : machine, ReviewState.REJECTED, null);
            case CONFIRMED, CORRECTED -> {
                Statement reading = at(now.reading(), hers == null ? now.reading() : hers);
                boolean same = machine == null || CorrectionReader.isSame(machine, reading);
                StatementRows.update(
                        in,
                        now.id(),
                        reading,
                        review.verdict() == ReviewVerdict.CONFIRMED ? ReviewState.CONFIRMED : ReviewState.CORRECTED,
                        same ? null : machine);
            }
        }
    }

    /** What she reads, on the words as they stand now. */
    private static Statement at(Statement here, Statement hers) {
        return moved(hers, here.span(), here.quote());
    }

    private static Statement moved(Statement hers, Span span, String quote) {
        return new Statement(
                span,
                quote,
                hers.kind(),
                hers.region(),
                hers.regionCode(),
                hers.regionFrom(),
                hers.indicator(),
                hers.value(),
                hers.valueMax(),
                hers.unit(),
                hers.ratio(),
                hers.approx(),
                hers.period(),
                hers.growthPct(),
                hers.growthBasis(),
                hers.rank(),
                hers.sharePct(),
                hers.shareOf(),
                hers.fromValue(),
                hers.deltas(),
                hers.status(),
                hers.saidBy(),
                hers.checks());
    }

    /**
     * Lets the reviews of a page count over statements that have just been read anew. Called inside the transaction that
     * replaced them, when the page already names its newest version.
     */
    public void reapply(DSLContext in, Page page) {
        List<Review> reviews = ReviewRows.current(in, page.id());
        if (reviews.isEmpty()) {
            return;
        }
        Page now = PageRows.byId(in, page.id()).orElseThrow();
        PageVersion version = PageRows.version(in, now.latest()).orElseThrow();
        List<StoredStatement> statements = PageRows.statements(in, page.id());
        Set<Long> taken = new HashSet<>();
        for (Review review : reviews) {
            Anchor anchor = anchor(review);
            Optional<StoredStatement> match = closest(review, anchor.in(statements, version.text()), taken)
                    .or(() -> anchor.in(version.text()).flatMap(part -> aroundWords(review, part, statements, taken)));
            if (match.isPresent()) {
                taken.add(match.get().id());
                ReviewRows.move(in, page.id(), review.statement(), match.get().id());
                count(in, review, match.get());
                found(in, review);
            } else {
                unread(in, review, anchor, version);
            }
        }
    }

    /** Of several statements on the same words the one that is read as the reviewed one was. */
    private static Optional<StoredStatement> closest(Review review, List<StoredStatement> candidates, Set<Long> taken) {
        Statement was = review.machine();
        List<StoredStatement> left =
                candidates.stream().filter(each -> !taken.contains(each.id())).toList();
        var tests = new ArrayList<Function<Statement, Boolean>>();
        tests.add(is -> CorrectionReader.isSame(was, is));
        tests.add(is -> was.indicator().equals(is.indicator()) && java.util.Objects.equals(was.period(), is.period()));
        tests.add(is -> was.indicator().equals(is.indicator()));
        tests.add(is -> was.value() != null && is.value() != null && was.value().compareTo(is.value()) == 0);
        tests.add(is -> candidates.size() == 1);
        for (Function<Statement, Boolean> test : tests) {
            for (StoredStatement each : left) {
                if (test.apply(each.reading())) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    /** The same figure read from words around hers: a new word in the sentence makes no second figure of it. */
    private static Optional<StoredStatement> aroundWords(
            Review review, TracedText.Part part, List<StoredStatement> statements, Set<Long> taken) {
        Statement was = review.machine();
        return statements.stream()
                .filter(each -> !taken.contains(each.id()))
                .filter(each -> each.place().textStart() < part.end()
                        && part.start() < each.place().textEnd())
                .filter(each -> was.value() != null
                        && each.reading().value() != null
                        && was.value().compareTo(each.reading().value()) == 0
                        && java.util.Objects.equals(was.unit(), each.reading().unit()))
                .findFirst();
    }

    private static void found(DSLContext in, Review review) {
        if (review.lostAt() != null) {
            ReviewRows.lost(in, review.id(), null);
        }
    }

    /** The machine reads nothing there. */
    private void unread(DSLContext in, Review review, Anchor anchor, PageVersion version) {
        Optional<TracedText.Part> part = anchor.in(version.text());
        if (part.isEmpty()) {
            if (review.lostAt() == null) {
                ReviewRows.lost(in, review.id(), clock.instant());
            }
            return;
        }
        Statement hers = review.reading();
        if (hers == null) { // rejected: the words are there, but there is nothing to keep out
            found(in, review);
            return;
        }
        Place place = place(version, part.get());
        long id = StatementRows.insertPersons(
                in,
                review.statement(),
                version.page(),
                version.id(),
                place,
                moved(hers, new Span(place.start(), place.end()), review.quote()),
                review.verdict() == ReviewVerdict.CONFIRMED ? ReviewState.CONFIRMED : ReviewState.CORRECTED);
        ReviewRows.move(in, version.page(), review.statement(), id);
        found(in, review);
    }

    /** Where a part of the clean text stands in the file; only reading the page again tells. */
    private Place place(PageVersion version, TracedText.Part part) {
        var source = new PageSource("page", snapshots.read(version.sha256()));
        if (reader.read(source) instanceof PageRead read
                && read.article().text().length() == version.text().length()) {
            Span span = read.article().text().span(part.start(), part.end());
            return new Place(span.start(), span.end(), part.start(), part.end());
        }
        return new Place(0, 0, part.start(), part.end());
    }
}
