package org.lingqu.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;

/**
 * Which statements are wanted, and in which order; made from a {@link StatementQuery}.
 *
 * @param indicators any of these names; null for all, empty when no indicator is called as asked
 * @param from first day, month or year the period may begin with; null for any
 * @param to last day, month or year the period may end with; null for any
 * @param words each stands in the quote or the name of the indicator
 */
public record StatementFilter(
        @Nullable RegionChoice region,
        @Nullable List<String> indicators,
        @Nullable String from,
        @Nullable String to,
        Statement.@Nullable Kind kind,
        @Nullable Verdict verdict,
        Statement.@Nullable Status status,
        ReviewChoice review,
        List<String> words,
        StatementOrder order) {

    /** Everything that is of use, newest first. */
    public static final StatementFilter ALL = new StatementFilter(
            null, null, null, null, null, null, null, ReviewChoice.USABLE, List.of(), StatementOrder.NEWEST);

    /** The same in another order. */
    StatementFilter in(StatementOrder other) {
        return new StatementFilter(region, indicators, from, to, kind, verdict, status, review, words, other);
    }

    /** Whether it asks for one indicator alone, so that values can be compared. */
    public boolean isOneIndicator() {
        return indicators != null && indicators.size() == 1;
    }
}
