package org.lingqu.ladder.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.lingqu.ladder.LadderPlace;
import org.lingqu.registry.Industries;

/** What the address asks for; what cannot be is passed over. */
public record LadderQuery(LadderPlace place) {

    private static final int LONGEST = 60;

    static LadderQuery of(Map<String, String> query) {
        String region = query.getOrDefault("region", "");
        String industry = query.getOrDefault("industry", "").strip();
        String park = query.getOrDefault("park", "");
        return new LadderQuery(new LadderPlace(
                region.matches("\\d{6}") ? region : "",
                park.length() <= LONGEST ? park : "",
                Industries.meant(industry).isEmpty() ? "" : industry));
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
