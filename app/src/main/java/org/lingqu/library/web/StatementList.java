package org.lingqu.library.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.Facets;
import org.lingqu.library.FilterProblem;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.LostReview;
import org.lingqu.library.StatementFilter;
import org.lingqu.library.StatementQuery;
import org.lingqu.library.Statements;

/**
 * A page of the list of statements.
 *
 * @param count how many there are; {@link Statements#MOST} + 1 when more than that
 * @param lost instead of statements, when reviews without words are asked for; otherwise null
 * @param chart when one indicator was asked for and can be drawn, otherwise null
 */
public record StatementList(
        StatementQuery query,
        StatementFilter filter,
        List<FilterProblem> problems,
        List<FoundStatement> rows,
        int count,
        Optional<Facets> facets,
        @Nullable List<LostReview> lost,
        @Nullable Chart chart) {

    /** Rows a page. */
    public static final int SIZE = 50;

    /** Number of the last page that is shown. */
    public int pages() {
        return Math.max(1, (Math.min(count, Statements.MOST) + SIZE - 1) / SIZE);
    }

    /** Whether there are more than are counted. */
    public boolean isCapped() {
        return count > Statements.MOST;
    }

    /** The address of a page. */
    public String page(int page) {
        return "/library/statements" + query.page(page).address();
    }

    /** The address with another choice. */
    public String with(String field, String value) {
        return "/library/statements" + query.with(field, value).address();
    }
}
