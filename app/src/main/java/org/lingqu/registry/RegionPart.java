package org.lingqu.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The part of the region that is looked at; everything empty means all.
 *
 * @param region code of GB/T 2260; those below it belong to it; {@link #NO_REGION} for those of whom it is not known
 * @param park its name
 * @param industry of GB/T 4754 as people write it: 39, C, 制造业
 */
public record RegionPart(String region, String park, String industry) {

    /** The whole region. */
    public static final RegionPart ALL = new RegionPart("", "", "");

    /** Instead of a code: enterprises that say no region (未填地区). */
    public static final String NO_REGION = "none";

    private static final int LONGEST = 60;

    /**
     * What an address asks for.
     *
     * @param wrong what cannot be, by the name of its parameter; it was passed over and has to be told
     */
    public record Read(RegionPart part, SortedMap<String, String> wrong) {}

    /** From the parameters {@code region}, {@code park} and {@code industry} of an address. */
    public static Read of(Map<String, String> query) {
        var wrong = new TreeMap<String, String>();
        return new Read(
                new RegionPart(
                        checked(query, "region", asked -> asked.matches("\\d{6}") || asked.equals(NO_REGION), wrong),
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

    /** Whether it is the whole region. */
    public boolean isAll() {
        return equals(ALL);
    }

    /**
     * Whether a place belongs to the region that is looked at.
     *
     * @param code of GB/T 2260
     */
    public boolean holds(String code) {
        return region.isEmpty() || code.startsWith(prefix(region));
    }

    /** Whether a place is all that is asked for, so that what was said of the place holds for it. */
    public boolean isPlace() {
        return park.isEmpty() && industry.isEmpty() && !region.isEmpty();
    }

    /** How the codes of a place and of all below it begin: 450100 means all of 4501, 450000 all of 45. */
    static String prefix(String region) {
        return region.replaceFirst("^(\\d\\d)0000$", "$1").replaceFirst("^(\\d{4})00$", "$1");
    }

    /** As parameters of an address; what is empty is left out. */
    public SequencedMap<String, String> parameters() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("region", region);
        parts.put("park", park);
        parts.put("industry", industry);
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    /** The same as the query of an address, without a question mark; empty for the whole region. */
    public String query() {
        return parameters().entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
