package org.lingqu.library.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A search as it stands in an address; what is not given is empty.
 *
 * @param words as typed
 * @param filters of each dimension the values chosen, in the order in which they were
 * @param from first day of publication: a year, a month or a day
 * @param to last day of publication
 * @param since only what has come after the change of this number; 0 for everything
 * @param sort empty for what fits best, {@code NEWEST} for the newest
 * @param unfolded whether every reprint is shown
 * @param page from 1
 */
public record SearchQuery(
        String words,
        Map<Dimension, Set<String>> filters,
        String from,
        String to,
        long since,
        String sort,
        boolean unfolded,
        int page) {

    private static final int MOST_VALUES = 20;

    public SearchQuery {
        var kept = new EnumMap<Dimension, Set<String>>(Dimension.class);
        filters.forEach((dimension, values) -> {
            var some = new LinkedHashSet<String>();
            values.stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .limit(MOST_VALUES)
                    .forEach(some::add);
            if (!some.isEmpty()) {
                kept.put(dimension, some);
            }
        });
        filters = kept;
    }

    /** From the parameters of an address. */
    public static SearchQuery of(Map<String, List<String>> parameters) {
        var filters = new EnumMap<Dimension, Set<String>>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            filters.put(dimension, new LinkedHashSet<>(parameters.getOrDefault(dimension.code(), List.of())));
        }
        String page = first(parameters, "page");
        String since = first(parameters, "since");
        return new SearchQuery(
                first(parameters, "q"),
                filters,
                first(parameters, "from"),
                first(parameters, "to"),
                since.matches("[0-9]{1,18}") ? Long.parseLong(since) : 0,
                first(parameters, "sort"),
                first(parameters, "all").equals("1"),
                page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1);
    }

    /** From what {@link #address} gives. */
    public static SearchQuery ofAddress(String address) {
        var parameters = new HashMap<String, List<String>>();
        for (String pair : address.replaceFirst("^\\?", "").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return of(parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // typed by hand: no escape stays as it is
        }
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /** The values chosen of a dimension. */
    public Set<String> chosen(Dimension dimension) {
        return filters.getOrDefault(dimension, Set.of());
    }

    /** Whether anything but words, order and page is asked for. */
    public boolean isFiltered() {
        return !filters.isEmpty() || isBounded() || since > 0;
    }

    /** Whether it is bounded by days of publication. */
    public boolean isBounded() {
        return !from.isEmpty() || !to.isEmpty();
    }

    /** The same with a value chosen, or no longer chosen when it was; from the first page. */
    public SearchQuery toggle(Dimension dimension, String value) {
        var changed = new EnumMap<Dimension, Set<String>>(Dimension.class);
        changed.putAll(filters);
        var values = new LinkedHashSet<>(chosen(dimension));
        if (!values.remove(value)) {
            values.add(value);
        }
        changed.put(dimension, values);
        return new SearchQuery(words, changed, from, to, since, sort, unfolded, 1);
    }

    /**
     * The same without a filter.
     *
     * @param filter code of its dimension, or {@code published}
     */
    public SearchQuery without(String filter) {
        var changed = new EnumMap<Dimension, Set<String>>(Dimension.class);
        filters.forEach((dimension, values) -> {
            if (!dimension.code().equals(filter)) {
                changed.put(dimension, values);
            }
        });
        boolean bounds = filter.equals("published");
        return new SearchQuery(
                words,
                changed,
                bounds ? "" : from,
                bounds ? "" : to,
                filter.equals("since") ? 0 : since,
                sort,
                unfolded,
                1);
    }

    /** The same words without any filter. */
    public SearchQuery unfiltered() {
        return new SearchQuery(words, Map.of(), "", "", 0, sort, unfolded, 1);
    }

    /** The same filters for other words. */
    public SearchQuery asking(String other) {
        return new SearchQuery(other, filters, from, to, since, sort, unfolded, 1);
    }

    /** The same in another order. */
    public SearchQuery sorted(String order) {
        return new SearchQuery(words, filters, from, to, since, order, unfolded, 1);
    }

    /** The same with reprints shown, or folded. */
    public SearchQuery unfolded(boolean all) {
        return new SearchQuery(words, filters, from, to, since, sort, all, 1);
    }

    /** Only what has come after the change of this number. */
    public SearchQuery since(long change) {
        return new SearchQuery(words, filters, from, to, change, sort, unfolded, 1);
    }

    /** The same on another page. */
    public SearchQuery page(int number) {
        return new SearchQuery(words, filters, from, to, since, sort, unfolded, number);
    }

    /** As it stands behind an address: with a question mark before it, or empty. */
    public String address() {
        var pairs = new ArrayList<String>();
        pair(pairs, "q", words);
        filters.forEach((dimension, values) -> values.forEach(value -> pair(pairs, dimension.code(), value)));
        pair(pairs, "from", from);
        pair(pairs, "to", to);
        pair(pairs, "since", since == 0 ? "" : Long.toString(since));
        pair(pairs, "sort", sort);
        pair(pairs, "all", unfolded ? "1" : "");
        pair(pairs, "page", page == 1 ? "" : Integer.toString(page));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static void pair(List<String> pairs, String name, String value) {
        if (!value.isEmpty()) {
            pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
