package org.lingqu.library.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.library.Facets;
import org.lingqu.library.FilterProblem;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.LostReview;
import org.lingqu.library.RegionChoice;
import org.lingqu.library.Regions;
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
        return pages(count);
    }

    /** The same of a count. */
    static int pages(int count) {
        return Math.max(1, (Math.min(count, Statements.MOST) + SIZE - 1) / SIZE);
    }

    /** Whether there are more than are counted. */
    public boolean isCapped() {
        return count > Statements.MOST;
    }

    /** The region as it was understood: a division with all that lies in it, or just that name; null when none was asked for. */
    public @Nullable String region() {
        return switch (filter.region()) {
            case null -> null;
            case RegionChoice.Within within -> within.division().path();
            case RegionChoice.Named named -> named.name();
        };
    }

    /** Whether what lies in the region counts too. */
    public boolean includesBelow() {
        return filter.region() instanceof RegionChoice.Within within
                && !within.first().equals(within.last());
    }

    /** Other divisions of the name that was typed. */
    public List<Division> otherRegions() {
        return filter.region() instanceof RegionChoice.Within within
                ? Regions.named(query.get("region")).stream()
                        .filter(Division::current)
                        .filter(division -> !division.equals(within.division()))
                        .limit(10)
                        .toList()
                : List.of();
    }

    /** How many indicators were found by the words that were typed; 0 when none were typed or one is called just so. */
    public int indicatorsMeant() {
        List<String> meant = filter.indicators();
        return meant == null || meant.equals(List.of(query.get("indicator"))) ? 0 : meant.size();
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
