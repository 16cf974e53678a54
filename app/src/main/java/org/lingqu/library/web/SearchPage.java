package org.lingqu.library.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.FilterProblem;
import org.lingqu.library.search.Dimension;
import org.lingqu.library.search.Follow;
import org.lingqu.library.search.Follows;
import org.lingqu.library.search.Search;
import org.lingqu.library.search.SearchQuery;
import org.lingqu.library.search.SearchResult;
import org.lingqu.library.search.SearchResult.FacetValue;
import org.lingqu.library.search.Understood;
import org.lingqu.ui.Ui;

/**
 * A page of results as it is shown.
 *
 * @param indicators what else there is to look at when nothing was found
 * @param followed the person's search for the same; null when she follows none
 */
public record SearchPage(
        SearchQuery query,
        List<FilterProblem> problems,
        Search.Results results,
        List<FacetValue> indicators,
        @Nullable Follow followed) {

    /** Values of a facet shown at once; the others on demand. */
    public static final int SHOWN = 8;

    private static final List<Dimension> ORDER = List.of(
            Dimension.KIND,
            Dimension.REGION,
            Dimension.YEAR,
            Dimension.ISSUER,
            Dimension.INDICATOR,
            Dimension.ARTICLE_KIND,
            Dimension.VERDICT);

    /** A dimension with its values. */
    public record Facet(Dimension dimension, List<FacetValue> values) {}

    /** A filter that is set, and the address without it. */
    public record Chip(String name, String value, String without) {}

    /** What was found. */
    public SearchResult result() {
        return results.result();
    }

    /** The facets that leave a choice. */
    public List<Facet> facets() {
        return ORDER.stream()
                .map(dimension -> new Facet(dimension, result().facets().getOrDefault(dimension, List.of())))
                .filter(facet -> !facet.values().isEmpty())
                .toList();
    }

    /** The filters that are set. */
    public List<Chip> chips(Ui ui) {
        var chips = new ArrayList<Chip>();
        for (Dimension dimension : Dimension.values()) {
            for (String value : query.chosen(dimension)) {
                chips.add(new Chip(
                        ui.say("search.by." + dimension.code()),
                        say(ui, dimension, value),
                        address(query.toggle(dimension, value))));
            }
        }
        if (query.isBounded()) {
            chips.add(new Chip(
                    ui.say("search.by.published"),
                    query.from() + "–" + query.to(),
                    address(query.without("published"))));
        }
        if (query.since() > 0) {
            chips.add(new Chip("", ui.say("search.by.since"), address(query.without("since"))));
        }
        return chips;
    }

    /** A value of a dimension in words. */
    public static String say(Ui ui, Dimension dimension, String value) {
        return switch (dimension) {
            case KIND -> word(ui, "search.kind." + value, value);
            case ARTICLE_KIND -> word(ui, "evidence.article." + value, value);
            case VERDICT -> word(ui, "evidence.verdict." + value, value);
            case REGION -> value.substring(value.lastIndexOf('/') + 1);
            case ISSUER, YEAR, INDICATOR, SITE -> value;
        };
    }

    private static String word(Ui ui, String key, String otherwise) {
        return ui.has(key) ? ui.say(key) : otherwise;
    }

    /** Whether there is something to follow. */
    public boolean canBeFollowed() {
        return !query.words().isEmpty() || query.without("since").isFiltered();
    }

    /** What a search is called unless its person says otherwise: its words, then its filters. */
    public static String name(Ui ui, SearchQuery query) {
        var parts = new ArrayList<String>();
        if (!query.words().isEmpty()) {
            parts.add(query.words());
        }
        query.filters().forEach((dimension, values) -> values.forEach(value -> parts.add(say(ui, dimension, value))));
        if (query.isBounded()) {
            parts.add(query.from() + "–" + query.to());
        }
        String name = String.join(" · ", parts);
        return name.length() <= Follows.LONGEST_NAME ? name : name.substring(0, Follows.LONGEST_NAME - 1) + "…";
    }

    /** Whether somebody should know how the words were read. */
    public boolean isRead() {
        Understood read = result().understood();
        return read.shortened()
                || read.relaxed()
                || read.terms().size() > 1
                || read.terms().stream().anyMatch(term -> !term.alternatives().isEmpty() || term.excluded());
    }

    /** Whether there may be more pages. */
    public boolean hasNext() {
        return query.page() < result().lastPage();
    }

    /** Whether more was found than can be paged through. */
    public boolean isCapped() {
        return result().total() > SearchResult.DEEPEST && query.page() >= result().lastPage();
    }

    /** The filters that forms keep beside their own fields. */
    public Set<Dimension> filtered() {
        return query.filters().keySet();
    }

    /** Where a query is answered. */
    public static String address(SearchQuery query) {
        return "/search" + query.address();
    }
}
