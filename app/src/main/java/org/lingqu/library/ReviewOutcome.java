package org.lingqu.library;

import java.util.List;

/** What became of a review somebody gave. */
public sealed interface ReviewOutcome {

    /** It is kept and counts. */
    record Done(Review review) implements ReviewOutcome {}

    /**
     * Somebody else reviewed the same statement after she opened it; nothing was kept.
     *
     * @param reviews all reviews of the statement, the newest first
     */
    record Overtaken(List<Review> reviews) implements ReviewOutcome {}

    /** It was not understood; nothing was kept. */
    record Refused(List<ReviewProblem> problems) implements ReviewOutcome {}
}
