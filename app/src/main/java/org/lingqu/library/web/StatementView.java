package org.lingqu.library.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.Origin;
import org.lingqu.library.PageVersion;
import org.lingqu.library.Peer;
import org.lingqu.library.Place;
import org.lingqu.library.Review;
import org.lingqu.library.StoredStatement;

/**
 * A statement with everything that bears on it.
 *
 * @param before the words of its paragraph before it
 * @param words its own words in the clean text; empty when they stand outside it
 * @param after the words of its paragraph after it
 * @param reviews the newest first
 * @param mayReview whether the reader decides what counts
 */
public record StatementView(
        FoundStatement found,
        String before,
        String words,
        String after,
        List<Review> reviews,
        List<Peer> peers,
        boolean mayReview) {

    private static final int CONTEXT = 160;

    static StatementView of(
            FoundStatement found, PageVersion version, List<Review> reviews, List<Peer> peers, boolean mayReview) {
        Place place = found.statement().place();
        String text = version.text();
        if (!place.isInText() || found.statement().version() != version.id()) {
            return new StatementView(found, "", "", "", reviews, peers, mayReview);
        }
        int from = Math.max(text.lastIndexOf('\n', place.textStart() - 1) + 1, place.textStart() - CONTEXT);
        int line = text.indexOf('\n', place.textEnd());
        int to = Math.min(line < 0 ? text.length() : line, place.textEnd() + CONTEXT);
        return new StatementView(
                found,
                text.substring(Math.min(from, place.textStart()), place.textStart()),
                text.substring(place.textStart(), place.textEnd()),
                text.substring(place.textEnd(), to),
                reviews,
                peers,
                mayReview);
    }

    /** The statement. */
    public StoredStatement statement() {
        return found.statement();
    }

    /** What counts now. */
    public Statement reading() {
        return found.statement().reading();
    }

    /** What the machine reads where that is something else; otherwise null. */
    public @Nullable Statement machine() {
        return found.statement().machine();
    }

    /** Where it comes from. */
    public Origin origin() {
        return found.origin();
    }

    /** Number of the last review, 0 when there is none: sent along, so that nobody is overruled unseen. */
    public long seen() {
        return reviews.isEmpty() ? 0 : reviews.getFirst().id();
    }

    /** Whether there is something to withdraw. */
    public boolean isReviewed() {
        return !reviews.isEmpty() && reviews.getFirst().verdict() != org.lingqu.library.ReviewVerdict.WITHDRAWN;
    }
}
