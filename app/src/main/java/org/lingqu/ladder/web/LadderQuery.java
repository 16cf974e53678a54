package org.lingqu.ladder.web;

import java.util.Map;
import java.util.SortedMap;
import org.lingqu.registry.RegionPart;

/**
 * What the address asks for.
 *
 * @param wrong what cannot be, by the name of its parameter; it was passed over
 */
public record LadderQuery(RegionPart place, SortedMap<String, String> wrong) {

    static LadderQuery of(Map<String, String> query) {
        RegionPart.Read read = RegionPart.of(query);
        return new LadderQuery(read.part(), read.wrong());
    }

    /** The same as part of an address, beginning with a question mark; empty for the whole region. */
    public String address() {
        return place.isAll() ? "" : "?" + place.query();
    }

    /** The same for the list of enterprises, after a question mark and what else is asked. */
    public String more() {
        return place.isAll() ? "" : "&" + place.query();
    }
}
