package org.lingqu.library;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands in the address of a list of statements, as somebody typed it; fields that are not given are empty. */
public record StatementQuery(Map<String, String> fields) {

    /** The fields, in the order in which they stand in addresses. */
    public static final List<String> NAMES = List.of(
            "region",
            "indicator",
            "from",
            "to",
            "kind",
            "verdict",
            "status",
            "review",
            "words",
            "sort",
            "chart",
            "page");

    private static final List<String> LOOKS = List.of("sort", "chart", "page");

    public StatementQuery {
        var known = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            String value = fields.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                known.put(name, value);
            }
        }
        fields = Map.copyOf(known);
    }

    /** A field; empty when it is not given. */
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether anything but order and page is asked for. */
    public boolean isFiltered() {
        return fields.keySet().stream().anyMatch(name -> !LOOKS.contains(name));
    }

    /** The same with another value of a field, from the first page on; an empty value removes it. */
    public StatementQuery with(String name, String value) {
        var changed = new LinkedHashMap<>(fields);
        changed.remove("page");
        changed.put(name, value);
        return new StatementQuery(changed);
    }

    /** The same on another page. */
    public StatementQuery page(int page) {
        var changed = new LinkedHashMap<>(fields);
        changed.put("page", page == 1 ? "" : Integer.toString(page));
        return new StatementQuery(changed);
    }

    /** As it stands behind an address: with a question mark before it, or empty. */
    public String address() {
        String query = NAMES.stream()
                .filter(fields::containsKey)
                .map(name -> name + "=" + URLEncoder.encode(get(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** The page asked for, from 1; 1 when none or no number is given. */
    public int page() {
        String page = get("page");
        return page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }
}
