package org.lingqu.library.search;

import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param understood how the query was read
 * @param total documents that match, every reprint counted
 * @param hits of the page asked for
 * @param facets of each dimension asked for, the most frequent values first. A chosen value does not hide the others of its dimension
 * @param help what else to try; empty unless nothing was found or not all words could be kept
 * @param lastPage the last page that can be opened: never past the first {@value #DEEPEST} results
 * @param complete false when time ran out and there may be more
 */
public record SearchResult(
        Understood understood,
        int total,
        List<Hit> hits,
        Map<Dimension, List<FacetValue>> facets,
        Help help,
        int lastPage,
        boolean complete) {

    /** How deep results can be paged; beyond, a narrower question helps more than another page. */
    public static final int DEEPEST = 2_000;

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /**
     * @param value as it stands in a filter
     * @param count results if it were the only value chosen of its dimension
     * @param chosen whether the request filters by it
     */
    public record FacetValue(String value, int count, boolean chosen) {}

    /**
     * What an officer can do who found nothing.
     *
     * @param didYouMean other spellings that find something, the best first
     * @param withoutFilter what each filter alone hides
     * @param withoutWord what there is when one word is left out
     */
    public record Help(List<OtherWords> didYouMean, List<Dropped> withoutFilter, List<OtherWords> withoutWord) {

        /** No help needed. */
        public static final Help NONE = new Help(List.of(), List.of(), List.of());

        public Help {
            didYouMean = List.copyOf(didYouMean);
            withoutFilter = List.copyOf(withoutFilter);
            withoutWord = List.copyOf(withoutWord);
        }

        /** Whether there is nothing to offer. */
        public boolean isEmpty() {
            return didYouMean.isEmpty() && withoutFilter.isEmpty() && withoutWord.isEmpty();
        }
    }

    /** Another query and how many results it has under the same filters. */
    public record OtherWords(String query, int total) {}

    /**
     * A filter whose removal alone would show something.
     *
     * @param filter code of its dimension, or {@code published} for the bounds of the day
     */
    public record Dropped(String filter, int total) {}
}
