package org.lingqu.ladder.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lingqu.ladder.LadderPlace;
import org.lingqu.registry.Industries;

/**
 * What the address asks for.
 *
 * @param wrong what cannot be, by the name of its parameter; it was passed over
 */
public record LadderQuery(LadderPlace place, SortedMap<String, String> wrong) {

    private static final int LONGEST = 60;

    static LadderQuery of(Map<String, String> query) {
        var wrong = new TreeMap<String, String>();
        return new LadderQuery(
                new LadderPlace(
                        checked(query, "region", asked -> asked.matches("\\d{6}"), wrong),
                        checked(query, "park", asked -> asked.length() <= LONGEST, wrong),
                        checked(
                                query,
                                "industry",
                                asked -> !Industries.meant(asked).isEmpty(),
                                wrong)),
                wrong);
    }

    private static String checked(
            Map<String, String> query, String name, Predicate<String> can, Map<String, String> wrong) {
        String asked = query.getOrDefault(name, "").strip();
        if (asked.isEmpty() || can.test(asked)) {
            return asked;
        }
        wrong.put(name, asked);
        return "";
    }

    /** The same as part of an address, beginning with a question mark; empty for the whole region. */
    public String address() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("region", place.region());
        parts.put("park", place.park());
        parts.put("industry", place.industry());
        String address = parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return address.isEmpty() ? "" : "?" + address;
    }

    /** The same for the list of enterprises, after a question mark and what else is asked. */
    public String more() {
        String address = address();
        return address.isEmpty() ? "" : "&" + address.substring(1);
    }
}
