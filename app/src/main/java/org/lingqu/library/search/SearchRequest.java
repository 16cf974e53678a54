package org.lingqu.library.search;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.Visibility;

/**
 * What somebody looks for.
 *
 * @param query as typed; empty for everything
 * @param filters of each dimension one of the values must hold; no entry, no filter
 * @param from first day of publication, inclusive; null for no bound. A document without a date is outside every bound
 * @param to last day of publication, inclusive
 * @param since only what has come after the change of this number, but for reprints of what was there; 0 for everything
 * @param mayRead what the person may find: {@link Visibility#INTERNAL} includes what is public
 * @param page from 1
 * @param size results a page, 1 to {@value #MOST_A_PAGE}
 * @param facets the dimensions to count
 * @param fold whether reprints are shown once
 */
public record SearchRequest(
        String query,
        Map<Dimension, Set<String>> filters,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long since,
        Visibility mayRead,
        Order order,
        int page,
        int size,
        Set<Dimension> facets,
        boolean fold) {

    /** How many results there may be on a page. */
    public static final int MOST_A_PAGE = 100;

    /** @throws IllegalArgumentException if {@code page} or {@code size} is out of range */
    public SearchRequest {
        if (page < 1 || size < 1 || size > MOST_A_PAGE) {
            throw new IllegalArgumentException("page from 1, size 1 to " + MOST_A_PAGE + ", got " + page + ", " + size);
        }
        var kept = new EnumMap<Dimension, Set<String>>(Dimension.class);
        filters.forEach((dimension, values) -> {
            if (!values.isEmpty()) {
                kept.put(dimension, Set.copyOf(values));
            }
        });
        filters = Map.copyOf(kept);
        facets = Set.copyOf(facets);
    }

    /** Order of results. */
    public enum Order {
        RELEVANCE,
        /** By day of publication, those without one last. */
        NEWEST
    }

    /** The first twenty results for these words, with all facets. */
    public static SearchRequest of(String query, Visibility mayRead) {
        return new SearchRequest(
                query,
                Map.of(),
                null,
                null,
                0,
                mayRead,
                Order.RELEVANCE,
                1,
                20,
                Set.of(
                        Dimension.KIND,
                        Dimension.REGION,
                        Dimension.ISSUER,
                        Dimension.YEAR,
                        Dimension.ARTICLE_KIND,
                        Dimension.INDICATOR,
                        Dimension.VERDICT),
                true);
    }

    /** The same within some values of a dimension, in place of those chosen before. */
    public SearchRequest within(Dimension dimension, Set<String> values) {
        var more = new EnumMap<Dimension, Set<String>>(Dimension.class);
        more.putAll(filters);
        more.put(dimension, values);
        return new SearchRequest(query, more, from, to, since, mayRead, order, page, size, facets, fold);
    }

    /** The same, published between two days. */
    public SearchRequest published(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new SearchRequest(query, filters, first, last, since, mayRead, order, page, size, facets, fold);
    }

    /** Only what has come after the change of this number. */
    public SearchRequest since(long change) {
        return new SearchRequest(query, filters, from, to, change, mayRead, order, page, size, facets, fold);
    }

    /** The same for somebody who may read otherwise. */
    public SearchRequest readBy(Visibility visibility) {
        return new SearchRequest(query, filters, from, to, since, visibility, order, page, size, facets, fold);
    }

    /** The same in another order. */
    public SearchRequest in(Order other) {
        return new SearchRequest(query, filters, from, to, since, mayRead, other, page, size, facets, fold);
    }

    /** Another page of the same. */
    public SearchRequest page(int number, int ofSize) {
        return new SearchRequest(query, filters, from, to, since, mayRead, order, number, ofSize, facets, fold);
    }

    /** The same with other dimensions counted. */
    public SearchRequest counting(Set<Dimension> dimensions) {
        return new SearchRequest(query, filters, from, to, since, mayRead, order, page, size, dimensions, fold);
    }

    /** The same with every reprint shown. */
    public SearchRequest unfolded() {
        return new SearchRequest(query, filters, from, to, since, mayRead, order, page, size, facets, false);
    }

    /** The same filters and order for other words, from the first page. */
    public SearchRequest asking(String words) {
        return new SearchRequest(words, filters, from, to, since, mayRead, order, 1, size, facets, fold);
    }
}
